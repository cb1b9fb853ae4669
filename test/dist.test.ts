import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { listFiles } from '../cli/files.js';
import type { Manifest } from '../constructs/kube/manifest.js';
import { foldersOfSet } from '../rules/input/folders-of-set.js';

const project = resolve(import.meta.dirname, '..');
const dist = join(project, 'dist');
const temporary: string[] = [];
const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  temporary.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

const contents = (folder: string) =>
  Object.fromEntries(
    listFiles(folder)
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** Synthesizes the real platform into a folder of its own. */
function synth(environment: Record<string, string> = {}, cwd = project): Record<string, string> {
  const out = join(temporaryFolder(), 'out');
  execFileSync(
    process.execPath,
    ['--import', `${project}/node_modules/tsx/dist/esm/index.mjs`, join(project, 'commands/synth.ts')],
    {
      cwd,
      env: { ...process.env, ...environment, CDK8S_OUTDIR: out },
      stdio: 'pipe',
    },
  );
  return contents(out);
}

describe('dist/', () => {
  const committed = contents(dist);

  // dist/ is the snapshot of every unit: a difference here is a synth that was not committed.
  it('is what synth writes', () => {
    const fresh = synth();
    expect(Object.keys(fresh)).toEqual(Object.keys(committed));
    for (const [path, content] of Object.entries(fresh)) expect(content, path).toBe(committed[path]);
  });

  it.each([
    [
      'in another locale and time zone',
      { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
      project,
    ],
    ['in another working directory, without cdk8s’s own sorting', { CDK8S_DISABLE_SORT: '1' }, tmpdir()],
  ])('is the same bytes %s', (_, environment, cwd) => {
    expect(synth(environment, cwd)).toEqual(committed);
  });

  type Application = {
    metadata: { name: string; annotations: Record<string, string> };
    spec: {
      project: string;
      destination: { name?: string; server?: string; namespace: string };
      source?: { path?: string };
      sources?: { path?: string; chart?: string; targetRevision: string }[];
    };
  };
  const applications = Object.entries(committed)
    .filter(([path]) => path.startsWith('argocd/Application.'))
    .map(([, content]) => load(content) as Application);
  const foldersOf = ({ spec }: Application) =>
    [spec.source, ...(spec.sources ?? [])].flatMap((source) => source?.path ?? []);
  const unitFolders = readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['argocd', 'omni'].includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(dist, name)).map((unit) => `dist/${name}/${unit}`))
    .sort();

  const templates = Object.entries(committed)
    .filter(([path]) => path.includes('/ApplicationSet.'))
    .flatMap(([, text]) => foldersOfSet(load(text as string) as Manifest).map((folder) => `dist/${folder}`));

  it('holds a real part of the platform', () => {
    expect(applications.length).toBeGreaterThan(15);
  });

  it('has exactly one Application for each unit folder, and no other', () => {
    // A preview's folder is deployed as often as there are pull requests, by an ApplicationSet.
    const once = unitFolders.filter((folder) => !templates.includes(folder));
    expect(applications.flatMap(foldersOf).sort()).toEqual(once);
    for (const application of applications) expect(foldersOf(application).length).toBeLessThanOrEqual(1);
  });

  it('is reached as a whole from root.yaml', () => {
    const [projectOfRoot, root] = loadAll(committed['root.yaml'] as string) as [
      { kind: string },
      Application,
    ];
    expect(projectOfRoot.kind).toBe('AppProject');
    expect(root.spec.source?.path).toBe('dist/argocd');
  });

  it('names clusters in destinations, never addresses, and never the project default', () => {
    const clusters = ['in-cluster', 'prod', 'staging', 'sandbox'];
    for (const { metadata, spec } of applications) {
      expect(clusters, metadata.name).toContain(spec.destination.name);
      expect(spec.destination.server, metadata.name).toBeUndefined();
      expect(spec.project, metadata.name).not.toBe('default');
      expect(Object.keys(committed)).toContain(`argocd/AppProject.${spec.project}.yaml`);
    }
  });

  it('gives every Application its folder to watch, a wave and the hash of its content', () => {
    for (const application of applications) {
      const { annotations } = application.metadata;
      expect(annotations['argocd.argoproj.io/manifest-generate-paths']).toMatch(
        /^\/dist\/[a-z]+\/[a-z0-9-]+$/,
      );
      expect(annotations['argocd.argoproj.io/sync-wave']).toMatch(/^\d+$/);
      expect(annotations['cedille.club/content-hash']).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it('pins every chart and every remote resource', () => {
    for (const { metadata, spec } of applications) {
      for (const { chart, targetRevision } of spec.sources ?? []) {
        if (chart) expect(targetRevision, metadata.name).toMatch(/^v?\d+\.\d+\.\d+$/);
      }
    }
    for (const [path, content] of Object.entries(committed)) {
      if (!path.endsWith('kustomization.yaml')) continue;
      const { resources } = load(content) as { resources: string[] };
      for (const url of resources.filter((resource) => resource.includes('://')))
        expect(url).toMatch(/\/v\d+\.\d+\.\d+\//);
    }
  });

  it('holds no Secret', () => {
    for (const [path, content] of Object.entries(committed))
      expect(content, path).not.toMatch(/^kind: Secret$/m);
  });
});

describe('the cdk8s command', () => {
  /** A copy of the project whose httpbin is changed by `edit`. */
  function copy(edit: (source: string) => string): string {
    const home = temporaryFolder();
    for (const name of [
      'commands',
      'cli',
      'constructs',
      'rules',
      'synth',
      'system',
      'apps',
      'imports',
      'dist',
      'main.ts',
      'cdk8s.yaml',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]) {
      cpSync(join(project, name), join(home, name), { recursive: true });
    }
    symlinkSync(join(project, 'node_modules'), join(home, 'node_modules'));
    const file = join(home, 'apps/httpbin.ts');
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    return home;
  }
  const run = (cwd: string) =>
    spawnSync(join(project, 'node_modules/.bin/cdk8s'), ['synth'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    });

  it('prints one line for each problem, exits with 1 and leaves dist/ as it was', () => {
    const home = copy((source) =>
      source.replace('replicas: 3', 'replicas: 0').replace('port: 8080', 'port: 80800'),
    );
    const { status, stderr } = run(home);
    expect(status).toBe(1);
    // A mistake of the base is told once, on its own line.
    expect(stderr).toContain(
      'apps/httpbin.ts:12 httpbin base.port: port 80800 is out of range [port-range].',
    );
    expect(stderr).toContain(
      'apps/httpbin.ts:24 httpbin prod.replicas: replicas 0 is out of range [replicas-range].',
    );
    expect(stderr).toContain('2 problems. Nothing was written.');
    expect(contents(join(home, 'dist'))).toEqual(contents(dist));
  });

  it('still checks the others when one file cannot even be loaded', () => {
    const home = copy((source) => source.replace('replicas: 3', 'replicas: 0'));
    writeFileSync(join(home, 'system/dns.ts'), 'export const dns = (platform => {\n');
    const { status, stderr } = run(home);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /system\/dns\.ts:2 a file of main\.ts: it is not TypeScript: .+ \[syntax-error\]\. Look there/,
    );
    expect(stderr).toContain('httpbin prod.replicas: replicas 0 is out of range [replicas-range].');
    expect(stderr).toContain('2 problems. Nothing was written.');
  });

  it('tells in a few lines what it wrote and what changed', () => {
    const home = copy((source) => source.replace('      replicas: 3,\n', ''));
    const { status, stderr, stdout } = run(home);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /dist\/ holds \d+ units \(host \d+, prod \d+, sandbox \d+, staging \d+\), \d+ resources/,
    );
    expect(stderr).toContain('argocd.omni.cedille.club');
    expect(stderr).toContain('Changed: 0 added, 2 changed, 0 removed');
    expect(stderr).toContain('~ prod/httpbin/Rollout.httpbin.yaml');
    expect(stderr.split('\n').length + stdout.split('\n').length).toBeLessThan(14);
  });
});
