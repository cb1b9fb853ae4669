import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
const home = mkdtempSync(join(tmpdir(), 'catalog-'));
const at = (name: string) => join(home, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'commands/catalog/command.ts', ...args], {
    cwd: home,
    encoding: 'utf8',
  });

beforeAll(() => {
  for (const name of [
    'apps',
    'catalog',
    'commands',
    'cli',
    'constructs',
    'rules',
    'synth',
    'imports',
    'main.ts',
    'package.json',
    'system',
  ])
    cpSync(join(project, name), at(name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), at('node_modules'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('npm run catalog', () => {
  it('finds the committed catalogue current, whatever commits it tells', () => {
    const { status, stderr } = run('--check');
    expect(stderr).not.toContain('not current');
    expect(status).toBe(0);
  });

  it('says what is not current after a change, and writes nothing', () => {
    const app = read('apps/httpbin.ts');
    const page = read('catalog/index.html');
    writeFileSync(at('apps/httpbin.ts'), app.replace('prod.kustomizetest', 'other.kustomizetest'));
    const { status, stderr } = run('--check');
    expect(status).toBe(1);
    for (const name of ['catalog.json', 'index.html'])
      expect(stderr).toContain(
        `catalog/${name} is not current: run npm run catalog, then npx cdk8s synth, and commit both.`,
      );
    expect(read('catalog/index.html')).toBe(page);
    writeFileSync(at('apps/httpbin.ts'), app);
  });

  it('makes it anew from nothing, and then has nothing left to do', () => {
    for (const name of ['index.html', 'catalog.json']) rmSync(at(`catalog/${name}`));
    expect(run().stderr).toMatch(/catalog\/index\.html written, \d+ kB/);
    expect(read('catalog/index.html')).toContain('httpbin');
    expect(run().stderr).not.toContain('written');
    expect(run('--check').status).toBe(0);
  });

  it('tells the problems of a platform that has some, and writes nothing', () => {
    const app = read('apps/httpbin.ts');
    const page = read('catalog/index.html');
    writeFileSync(at('apps/httpbin.ts'), app.replace('port: 8080', 'port: 80800'));
    const { status, stderr, stdout } = run();
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain('port 80800 is out of range');
    expect(stderr).not.toContain('    at '); // a stack
    expect(read('catalog/index.html')).toBe(page);
    writeFileSync(at('apps/httpbin.ts'), app);
  });

  it('says what it does', () => {
    expect(run('--help').stdout).toContain('--check');
  });

  it('refuses what it does not know in one line', () => {
    const { status, stderr } = run('--chek');
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--chek');
  });
});
