import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { table } from '../../../commands/diff/rules/table.js';
import { type Case, cases } from './cases.js';
import { application, type Files } from './trees.js';

const project = join(import.meta.dirname, '../../..');
const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'diff-'));
  homes.push(home);
});

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: home,
    env,
    stdio: 'pipe',
  });
const write = (files: Files) => {
  rmSync(join(home, 'dist'), { recursive: true, force: true });
  mkdirSync(join(home, 'dist'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, 'dist', path)), { recursive: true });
    writeFileSync(join(home, 'dist', path), text);
  }
};
const commit = (files: Files) => {
  write(files);
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'state');
};
const run = (...args: string[]) => {
  const tsx = `${project}/node_modules/tsx/dist/esm/index.mjs`;
  const command = join(project, 'commands/diff/command.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, command, ...args], {
    cwd: home,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
};

const config = (text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { page: ${text} }\n`;
const claim = (size: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { resources: { requests: { storage: ${size} } } }\n`;
const unit = (path: string) => ({ [`argocd/Application.${path.replace('/', '-')}.yaml`]: application(path) });

describe('npm run diff', () => {
  it('finds every risk that was planted into one change', () => {
    // Each case in a unit of its own, under names of its own.
    const own = (index: number, text: string) =>
      text
        .replaceAll('chess', `chess${index}`)
        .replaceAll('reader', `reader${index}`)
        .replace(/\b([ab])\.ca\b/g, `$1${index}.ca`);
    const filesOf = (side: 'before' | 'after') =>
      Object.assign(
        {},
        ...cases.map((each: Case, index) => {
          const file = own(index, each.file ?? 'prod/chess/x.yaml');
          const text = each[side];
          return {
            ...(file.startsWith('argocd/Application') ? {} : unit(`prod/chess${index}`)),
            ...(text === undefined ? {} : { [file]: own(index, text) }),
          };
        }),
      ) as Files;
    git('init', '--quiet', '--initial-branch=main');
    commit(filesOf('before'));
    write(filesOf('after'));

    const { status, stdout, stderr } = run('--format', 'json');
    expect(stderr).toBe('');
    expect(status).toBe(30);
    const { level, units } = JSON.parse(stdout);
    expect(level).toBe('danger');
    type Told = { unit: string; changes: { findings: { rule: string; what: string; level: string }[] }[] };
    const found = (units as Told[]).flatMap((each) => each.changes.flatMap((change) => change.findings));
    const planted = cases.map(({ rule, finds }, index) => `${rule}: ${own(index, finds)}`);
    expect(found.map(({ rule, what }) => `${rule}: ${what}`)).toEqual(expect.arrayContaining(planted));
    for (const { rule, level: held } of found) expect(table[rule as keyof typeof table].level).toBe(held);
    const order = (units as { level: string }[]).map((each) =>
      ['danger', 'warning', 'notice', 'info'].indexOf(each.level),
    );
    expect(order).toEqual([...order].sort());
  });

  it('exits by the highest severity', () => {
    git('init', '--quiet', '--initial-branch=main');
    const base = {
      ...unit('prod/a'),
      ...unit('staging/a'),
      'prod/a/c.yaml': config('x'),
      'prod/a/v.yaml': claim('2Gi'),
    };
    commit(base);
    expect(run()).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Nothing changes on the clusters/),
    });
    write({ ...base, 'staging/a/c.yaml': config('x') });
    expect(run().status).toBe(0);
    write({ ...base, 'prod/a/c.yaml': config('y') });
    expect(run().status).toBe(10);
    write({ ...base, 'root.yaml': 'a: b\n' });
    expect(run().status).toBe(20);
    write({ ...base, 'prod/a/v.yaml': claim('1Gi') });
    const told = run();
    expect(told).toMatchObject({ status: 30, stderr: '' });
    expect(told.stdout).toContain('2Gi → 1Gi');
    expect(told.stdout).not.toContain('\u001b');
  });

  it('compares with where the branch left the main one, unless told', () => {
    git('init', '--quiet', '--initial-branch=master');
    commit({ ...unit('prod/a'), 'prod/a/c.yaml': config('first') });
    git('checkout', '--quiet', '-b', 'mine');
    commit({ ...unit('prod/a'), 'prod/a/c.yaml': config('second') });
    git('checkout', '--quiet', 'master');
    commit({ ...unit('prod/a'), 'prod/a/c.yaml': config('elsewhere') });
    git('checkout', '--quiet', 'mine');
    write({ ...unit('prod/a'), 'prod/a/c.yaml': config('third') });
    expect(run().stdout).toContain('first → third');
    expect(run('HEAD').stdout).toContain('second → third');
    expect(run('master').stdout).toContain('elsewhere → third');
  });

  it('reads names with spaces and accents, empty files, and follows no link', () => {
    git('init', '--quiet', '--initial-branch=main');
    const odd = { ...unit('prod/a'), 'prod/a/été à Montréal.yaml': config('é'), 'prod/a/empty.yaml': '' };
    commit(odd);
    expect(run().stdout).toContain('Nothing changes');
    write({ ...odd, 'prod/a/été à Montréal.yaml': config('è') });
    writeFileSync(join(home, 'elsewhere'), config('private'));
    symlinkSync('../../../elsewhere', join(home, 'dist/prod/a/link.yaml'));
    const { stdout, status } = run();
    expect(status).toBe(10);
    expect(stdout).toContain('é → è');
    expect(stdout).not.toContain('private');
  });

  it('tells all as added where the base has no dist/', () => {
    git('init', '--quiet', '--initial-branch=main');
    writeFileSync(join(home, 'README'), '');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'nothing yet');
    write({ ...unit('prod/a'), 'prod/a/c.yaml': config('x') });
    expect(run().stdout).toContain('2 added, 0 changed, 0 removed');
  });

  it('tells in one line what is wrong with how it is used', () => {
    const fails = (...args: string[]) => {
      const { status, stderr, stdout } = run(...args);
      return [status, stderr.trim(), stdout];
    };
    expect(fails()).toEqual([2, 'this is no git repository. Run it in a clone of the platform.', '']);
    git('init', '--quiet', '--initial-branch=main');
    expect(fails()).toEqual([2, 'there is no commit yet to compare with. Commit something first.', '']);
    git('commit', '--quiet', '--allow-empty', '--message', 'empty');
    expect(fails()).toEqual([2, 'there is no dist/ here. Write it with npx cdk8s synth.', '']);
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync('elsewhere', join(home, 'dist'));
    expect(fails()[1]).toBe('there is no dist/ here. Write it with npx cdk8s synth.');
    write(unit('prod/a'));
    expect(fails('nowhere')).toEqual([
      2,
      `git knows no revision 'nowhere'. Name a branch, a tag or a commit.`,
      '',
    ]);
    expect(fails('HEAD', 'HEAD')).toEqual([2, 'too many arguments. Expected 1 argument but got 2.', '']);
    expect(fails('--format', 'jsn')).toEqual([
      2,
      `option '--format <FORMAT>' argument 'jsn' is invalid. Allowed choices are text, markdown, json.`,
      '',
    ]);
    expect(fails('--format', 'toString')[0]).toBe(2);
    expect(fails('--colour')[0]).toBe(2);
    write({ 'prod/a/c.yaml': 'a: [' });
    expect(fails()[1]).toMatch(/^dist\/prod\/a\/c\.yaml is no YAML: .*\nWrite dist\/ anew/);
  });

  it('explains itself', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const word of [
      'BASE',
      '--format',
      'markdown',
      '10 notice',
      '20 warning',
      '30 danger',
      'exits with 2',
    ])
      expect(stdout).toContain(word);
  });
});
