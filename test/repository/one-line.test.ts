import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfProject } from '../commands/new/copy.js';

const project = resolve(import.meta.dirname, '../..');
const home = copyOfProject();
for (const name of ['.gitignore', 'cdk8s.yaml', 'package-lock.json'])
  cpSync(join(project, name), join(home, name));
const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', CDK8S_CHECK_UPGRADE: 'false' };
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: home, encoding: 'utf8', env: environment, stdio: 'pipe' });
const git = (...args: string[]) =>
  run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args);
const synth = () => run(join(project, 'node_modules/.bin/cdk8s'), 'synth');

interface Change {
  readonly app: string;
  readonly from: string;
  readonly to: string;
}
const replicas: Change = { app: 'httpbin', from: 'replicas: 3,', to: 'replicas: 4,' };
const image: Change = { app: 'dronolab-wiki', from: 'requarks/wiki:2.5.303', to: 'requarks/wiki:2.5.304' };

/** On a new branch of what was there at first, changes a line of an app's file, synthesizes and commits. */
function commitOn(branch: string, { app, from, to }: Change): void {
  git('switch', '--quiet', '--create', branch, 'start');
  const file = join(home, `apps/${app}.ts`);
  const text = readFileSync(file, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(file, text.replace(from, to));
  synth();
  git('add', '--all');
  git('commit', '--quiet', '--message', branch);
}

/** The lines that a branch adds and removes, by the path of each file. */
const changedLines = (branch: string): Record<string, string> =>
  Object.fromEntries(
    git('diff', '--numstat', 'start', branch, '--', 'apps', 'dist')
      .trim()
      .split('\n')
      .map((line) => {
        const [added, removed, path = ''] = line.split('\t');
        return [path, `+${added} -${removed}`];
      }),
  );

git('init', '--quiet', '--initial-branch=start');
git('add', '--all');
git('commit', '--quiet', '--message', 'start');
commitOn('replicas', replicas);
commitOn('image', image);

describe('a changed line of an app', () => {
  it('is a changed line of its workload and of its Application, and nothing else', () => {
    expect(changedLines('replicas')).toEqual({
      'apps/httpbin.ts': '+1 -1',
      'dist/argocd/Application.prod-httpbin.yaml': '+1 -1',
      'dist/prod/httpbin/Rollout.httpbin.yaml': '+1 -1',
    });
    expect(changedLines('image')).toEqual({
      'apps/dronolab-wiki.ts': '+1 -1',
      'dist/argocd/Application.prod-dronolab-wiki.yaml': '+1 -1',
      'dist/prod/dronolab-wiki/Deployment.dronolab-wiki.yaml': '+1 -1',
    });
  });

  it('goes together with that of another app, without a conflict and without another synth', () => {
    git('merge', '--quiet', '--no-edit', 'replicas');
    for (const { app, to } of [replicas, image])
      expect(readFileSync(join(home, `apps/${app}.ts`), 'utf8')).toContain(to);
    synth();
    expect(git('status', '--porcelain')).toBe('');
  });
});
