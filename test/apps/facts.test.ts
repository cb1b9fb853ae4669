import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';
import { settings } from '../../system/settings.js';

/** What is known of an app in one environment: a slip in its file shows as a difference. */
interface Facts {
  readonly hosts: readonly string[];
  readonly services: Readonly<Record<string, ServiceFacts>>;
  /** Claims by name, with their sizes. */
  readonly volumes?: Readonly<Record<string, string>>;
}
interface ServiceFacts {
  /** The image, without its tag where none is known. */
  readonly image: string;
  readonly port?: number;
  readonly replicas?: number;
  /** Request and limit, `100m/500m`. */
  readonly cpu?: string;
  readonly memory?: string;
  /** The names of its environment variables, secret or not. */
  readonly env?: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'facts');
const facts = readdirSync(folder).map((name) => ({
  app: name.replace('.json', ''),
  environments: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<
    keyof typeof settings.environments,
    Facts
  >,
}));
// biome-ignore lint/suspicious/noExplicitAny: the shape of Kubernetes objects is what this test looks at
type Any = any;

const cases = facts.flatMap(({ app, environments }) =>
  (Object.keys(environments) as (keyof typeof settings.environments)[]).map((environment) => ({
    app,
    environment,
    known: environments[environment],
  })),
);

describe('what is emitted for each app is what is known of it', () => {
  it.each(cases)('$app in $environment', ({ app, environment, known }) => {
    const unit = join(root, 'dist', settings.environments[environment], app);
    const objects = listFiles(unit).map((path) => load(readFileSync(join(unit, path), 'utf8')) as Any);
    const kind = (...names: string[]) => objects.filter((object) => names.includes(object.kind));

    const hosts = kind('Ingress').flatMap(({ spec }) => spec.rules.map(({ host }: Any) => host));
    expect(hosts.sort()).toEqual([...known.hosts].sort());

    const workloads = kind('Deployment', 'Rollout', 'StatefulSet', 'CronJob');
    expect(workloads.map(({ metadata }) => metadata.name).sort()).toEqual(Object.keys(known.services).sort());
    for (const [name, service] of Object.entries(known.services)) {
      const { spec } = workloads.find(({ metadata }) => metadata.name === name);
      const [container] = (spec.template ?? spec.jobTemplate.spec.template).spec.containers;
      expect(
        `${container.image}:`.startsWith(`${service.image}:`) ||
          container.image.startsWith(`${service.image}@`),
        container.image,
      ).toBe(true);
      expect(container.ports?.[0]?.containerPort, name).toBe(service.port);
      if (service.replicas) expect(spec.replicas ?? 'scaled', name).toBe(service.replicas);
      const { requests, limits } = container.resources;
      if (service.cpu) expect(`${requests.cpu}/${limits.cpu}`, name).toBe(service.cpu);
      if (service.memory) expect(`${requests.memory}/${limits.memory}`, name).toBe(service.memory);
      const env = (container.env ?? []).map((variable: Any) => variable.name);
      if (service.env) expect(env.sort(), name).toEqual([...service.env].sort());
    }

    const claims = [
      ...kind('PersistentVolumeClaim').map(({ metadata, spec }) => [metadata.name, spec]),
      ...kind('StatefulSet').flatMap(({ metadata, spec }) =>
        spec.volumeClaimTemplates.map((claim: Any) => [metadata.name, claim.spec]),
      ),
    ].map(([name, spec]) => [name, spec.resources.requests.storage]);
    expect(Object.fromEntries(claims)).toEqual(known.volumes ?? {});
  });
});

describe('the apps', () => {
  const prod = Object.entries(settings.environments);

  const files = readdirSync(join(root, 'apps')).filter((name) => !['clubs.ts', 'assumed.ts'].includes(name));
  const textOf = (name: string) => readFileSync(join(root, 'apps', name), 'utf8');
  const appOf = (name: string) => name.replace('.ts', '');

  it('are all known: none is emitted that the facts do not have, in no other environment', () => {
    const emitted = prod.flatMap(([environment, cluster]) =>
      [...new Set(listFiles(join(root, 'dist', cluster)).map((path) => path.split('/')[0]))]
        .filter((name) => !/^(argo-rollouts|namespaces|.*-preview(-room)?)$/.test(`${name}`))
        .map((name) => `${name} in ${environment}`),
    );
    // What these consist of is their charts' affair.
    const charts = new Set(files.filter((name) => textOf(name).includes('new ChartApp(')).map(appOf));
    const expected = cases.map(({ app, environment }) => `${app} in ${environment}`);
    const told = 'Write what an app is meant to be to test/apps/facts/<app>.json, as npm run new does';
    expect(emitted.filter((name) => !charts.has(name.split(' ')[0] ?? '')).sort(), told).toEqual(
      expected.sort(),
    );
  });

  it('are short files that do not repeat each other', () => {
    const texts = files.map((name) =>
      textOf(name)
        .split('\n')
        .map((line) => line.trim()),
    );
    const average = texts.reduce((sum, lines) => sum + lines.length - 1, 0) / texts.length;
    expect(average).toBeLessThan(30);
    const seen = new Map<string, string>();
    for (const [index, lines] of texts.entries()) {
      const code = lines.filter(
        (line) => line.length > 3 && !line.startsWith('import') && !line.startsWith('//'),
      );
      for (let start = 0; start + 6 <= code.length; start++) {
        const run = code.slice(start, start + 6).join('\n');
        const other = seen.get(run);
        expect(
          other === undefined || other === files[index],
          `${files[index]} repeats ${other}:\n${run}`,
        ).toBe(true);
        seen.set(run, files[index] ?? '');
      }
    }
  });
});
