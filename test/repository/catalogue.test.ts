import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { settings } from '../../system/settings.js';

const project = resolve(import.meta.dirname, '../..');
// biome-ignore lint/suspicious/noExplicitAny: the shape of workflows and manifests is what this test looks at
type Any = any;
const yaml = (path: string) => load(readFileSync(join(project, path), 'utf8')) as Any;
const workflow = yaml('.github/workflows/catalogue.yml');
const [download, publish] = workflow.jobs.publish.steps;

const home = mkdtempSync(join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', cwd: home }).trim();

describe('the workflow that publishes the catalogue', () => {
  it('runs after each merge, on the whole history', () => {
    expect(workflow.on).toEqual({ push: { branches: [settings.git.revision] } });
    const [checkout] = workflow.jobs.make.steps;
    expect(checkout.with['fetch-depth']).toBe(0);
  });

  it('lets the one job write that runs nothing of the repository', () => {
    expect(workflow.jobs.make.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.publish.permissions).toEqual({ contents: 'write' });
    expect(workflow.jobs.publish.steps).toHaveLength(2);
    expect(download.uses).toMatch(/^actions\/download-artifact@/);
    expect(publish.run).not.toMatch(/\b(npm|npx|node)\b/);
  });

  it('publishes the branch that git-sync fetches, as what nginx serves', () => {
    const programOf = (name: string) =>
      yaml(`dist/prod/catalogue/Deployment.${name}.yaml`).spec.template.spec.containers[0];
    const { args, volumeMounts } = programOf('git-sync');
    expect(args).toContain(`--repo=${settings.git.repository}`);
    expect(args).toContain('--ref=catalogue');
    expect(publish.run).toMatch(/git push .*origin catalogue$/m);
    const flag = (name: string) =>
      args.find((each: string) => each.startsWith(`--${name}=`))?.replace(`--${name}=`, '');
    const [{ name, mountPath }] = volumeMounts;
    expect(programOf('catalogue').volumeMounts).toContainEqual({ name, mountPath, readOnly: true });
    expect(flag('root')).toMatch(new RegExp(`^${mountPath}/`));
    expect(nginxConfig()).toContain(`root ${flag('root')}/${flag('link')};`);
  });
});

/** What nginx is told. */
function nginxConfig(): string {
  const { volumes } = yaml('dist/prod/catalogue/Deployment.catalogue.yaml').spec.template.spec;
  const { name } = volumes.find((volume: Any) => volume.configMap).configMap;
  return Object.values(yaml(`dist/prod/catalogue/ConfigMap.${name}.yaml`).data).join('\n');
}

describe('what it publishes', () => {
  const origin = join(home, 'club/platform');
  git('init', '--quiet', '--bare', origin);
  const published = () => git('--git-dir', origin, 'rev-parse', 'catalogue');
  const programs = join(home, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'gh'), '#!/bin/sh\n');
  chmodSync(join(programs, 'gh'), 0o755);

  /** Runs the step that publishes, where the files have been downloaded to. */
  function run(page: string, commit: string) {
    const cwd = mkdtempSync(join(home, 'run-'));
    const files = { 'index.html': page, 'catalog.json': '{}\n', 'catalog.schema.json': '{}\n' };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', publish.run], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: `${programs}:${process.env['PATH']}`,
        HOME: home,
        GITHUB_SERVER_URL: `file://${home}`,
        GITHUB_REPOSITORY: 'club/platform',
        GITHUB_SHA: commit,
      },
    });
    return { status, stdout, stderr };
  }

  it('is one commit with the page, its data and their schema', () => {
    expect(run('<p>one</p>\n', 'abc').status).toBe(0);
    expect(git('--git-dir', origin, 'ls-tree', '--name-only', 'catalogue').split('\n')).toEqual([
      'catalog.json',
      'catalog.schema.json',
      'index.html',
    ]);
    expect(git('--git-dir', origin, 'log', '--format=%s', 'catalogue')).toBe('Catalogue of abc');
  });

  it('stays as it is when nothing changed', () => {
    const before = published();
    const { status, stdout } = run('<p>one</p>\n', 'def');
    expect(stdout).toContain('published already');
    expect(status).toBe(0);
    expect(published()).toBe(before);
  });

  it('is one commit again after a change', () => {
    expect(run('<p>two</p>\n', 'def').status).toBe(0);
    expect(git('--git-dir', origin, 'show', 'catalogue:index.html')).toBe('<p>two</p>');
    expect(git('--git-dir', origin, 'rev-list', '--count', 'catalogue')).toBe('1');
  });

  it('is never an empty page', () => {
    const before = published();
    expect(run('', 'ghi').status).not.toBe(0);
    expect(published()).toBe(before);
  });
});
