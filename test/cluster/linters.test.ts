import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toYaml } from '../../constructs/kube/manifest.js';
import { exemptPrefix } from '../../constructs/values/labels.js';
import { Inventory, type Item, isProd } from '../../rules/engine/inventory.js';
import { rules } from '../../rules/index.js';
import { readFolder } from '../../rules/input/read-folder.js';
import { onHost } from './harness/host-view.js';
import { lint } from './harness/linters.js';

const project = resolve(import.meta.dirname, '../..');
const { items } = readFolder(join(project, 'dist'));
const objects = items.filter(({ manifest }) => manifest.kind !== 'Kustomization');
const inventory = new Inventory(items);
const home = mkdtempSync(join(tmpdir(), 'linters-'));
afterAll(() => rmSync(home, { recursive: true }));

/** The checks of kube-score that an exemption from one of our rules is about. */
const sameAs = (rule: string): string[] =>
  (rules.find(({ id }) => id === rule)?.lists ?? [])
    .filter((name) => name.startsWith('kube-score/'))
    .map((name) => name.slice('kube-score/'.length));

/** What kube-score takes for nearly right, and counts for nothing: a missing liveness probe, where the port is all there is. */
const almostOk = 7;

interface Finding {
  readonly object: string;
  readonly check: string;
  readonly item: Item;
}
interface Scored {
  readonly object_name: string;
  readonly file_name: string;
  readonly checks: readonly {
    check: { id: string };
    grade: number;
    skipped: boolean;
    comments?: unknown[] | null;
  }[];
}

/** kube-score knows no Rollout, whose pods are those of a Deployment. */
const asDeployment = (object: ReturnType<typeof onHost>) =>
  object.kind === 'Rollout'
    ? { ...object, apiVersion: 'apps/v1', kind: 'Deployment', spec: { ...object.spec, strategy: {} } }
    : object;

/** What kube-score finds that is not exempt where it was declared. */
function scored(): Finding[] {
  const files = objects.map((item) => {
    const path = join(
      home,
      'score',
      item.file.replace('.yaml', `.${item.manifest.metadata.name.length}.yaml`),
    );
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toYaml(asDeployment(onHost(item))));
    return { path, item };
  });
  const args = [
    'score',
    '--kubernetes-version',
    'v1.28',
    '--output-format',
    'json',
    ...files.map(({ path }) => path),
  ];
  const byPath = new Map(files.map(({ path, item }) => [path, item]));
  return (JSON.parse(lint('kube-score', args)) as Scored[]).flatMap(({ object_name, file_name, checks }) => {
    const item = byPath.get(file_name);
    if (!item) throw new Error(`kube-score names ${file_name}, which it was not given`);
    const exempt = Object.keys(item.manifest.metadata.annotations ?? {})
      .filter((key) => key.startsWith(exemptPrefix))
      .flatMap((key) => sameAs(key.slice(exemptPrefix.length)));
    return checks
      .filter(({ grade, skipped, check }) => !skipped && grade < almostOk && !exempt.includes(check.id))
      .map(({ check }) => ({ object: object_name, check: check.id, item }));
  });
}

/** What kube-score finds and cannot know, or what is decided otherwise: for which objects, and why. */
const unknowable: Record<string, { readonly of: (item: Item) => boolean; readonly because: string }> = {
  'deployment-replicas': {
    of: (item) => !isProd(item),
    because: 'what is tried out in staging and sandbox need not survive a node',
  },
  'ingress-targets-service': {
    of: (item) => inventory.isOpen(item),
    because: 'the Service is made by a chart, which is not in dist/',
  },
  'container-security-context-user-group-id': {
    of: (item) => !inventory.isClub(item),
    because: 'images of system services run as the users that their makers gave them',
  },
  'networkpolicy-targets-pod': {
    of: ({ unit }) =>
      unit === 'ganache-prod' || !/-(prod|staging|sandbox)$/.test(unit) || unit.startsWith('vcluster-'),
    because: 'the pods are made by a chart, an operator, vcluster or cert-manager',
  },
  'pod-networkpolicy': {
    of: (item) => item.cluster === 'host' && !inventory.isClub(item),
    because: 'what system services call is not limited, who calls them is',
  },
};

describe('kube-score', () => {
  let found: Finding[];
  beforeAll(() => {
    found = scored();
  });

  it('finds nothing but what it cannot know', () => {
    const told = found.filter(({ check, item }) => !unknowable[check]?.of(item));
    expect(told.map(({ object, check }) => `${check}: ${object}`)).toEqual([]);
  });

  it('is told nothing that it does not ask about', () => {
    for (const check of Object.keys(unknowable)) expect(found.map((each) => each.check)).toContain(check);
  });

  it('would find a slip', () => expect(found.length).toBeGreaterThan(0));
});

/** Schemas as kubeconform looks for them, by kind, group and version. */
function schemaFolder(): string {
  const from = join(project, 'imports/schemas');
  const to = join(home, 'schemas');
  mkdirSync(to);
  const read = (name: string) => JSON.parse(readFileSync(join(from, name), 'utf8'));
  const write = (kind: string, group: string, version: string, schema: unknown) =>
    writeFileSync(join(to, `${kind.toLowerCase()}_${group}_${version}.json`), JSON.stringify(schema));
  const kubernetes = read('kubernetes.json') as {
    definitions: Record<
      string,
      { 'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[] }
    >;
  };
  writeFileSync(join(to, 'kubernetes'), JSON.stringify(kubernetes));
  for (const [name, definition] of Object.entries(kubernetes.definitions))
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? [])
      write(kind, group || version, version, { $ref: `kubernetes#/definitions/${name}` });
  for (const name of readdirSync(from).filter((file) => file.includes('_'))) {
    const [, group = '', kind = ''] = /^(.*)_([^_]+)\.json$/.exec(name) ?? [];
    for (const [version, schema] of Object.entries(read(name))) write(kind, group, version, schema);
  }
  return to;
}

describe('kubeconform', () => {
  const conform = (folder: string) => {
    const location = `${schemas}/{{ .ResourceKind }}_{{ .Group }}_{{ .ResourceAPIVersion }}.json`;
    return JSON.parse(
      lint('kubeconform', [
        '-strict',
        '-summary',
        '-output',
        'json',
        '-schema-location',
        location,
        '-ignore-filename-pattern',
        'kustomization',
        '-ignore-filename-pattern',
        '/omni/',
        folder,
      ]),
    ) as { summary: Record<string, number>; resources: { filename: string; msg: string }[] };
  };
  let schemas: string;
  beforeAll(() => {
    schemas = schemaFolder();
  });

  it('takes every object for what its kind may be, and knows every kind', () => {
    const { summary, resources } = conform(join(project, 'dist'));
    expect(resources.map(({ filename, msg }) => `${filename}: ${msg}`)).toEqual([]);
    expect(summary['valid']).toBe(objects.length);
    expect(summary['skipped']).toBe(0);
  });

  it('refuses a field that does not exist', () => {
    const folder = mkdtempSync(join(home, 'bad-'));
    const [item] = inventory.ofKind('Deployment');
    writeFileSync(join(folder, 'bad.yaml'), toYaml({ ...item?.manifest, specs: {} }));
    expect(conform(folder).resources[0]?.msg).toContain('specs');
  });
});
