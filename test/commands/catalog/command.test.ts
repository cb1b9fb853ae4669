import { execFileSync, spawnSync } from 'node:child_process';
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
  it('makes the page and its data from nothing, and then has nothing left to do', () => {
    const { status, stderr } = run();
    expect(status).toBe(0);
    expect(stderr).toMatch(/catalog\/index\.html written, \d+ kB/);
    expect(stderr).toMatch(/catalog\/catalog\.json written, \d+ kB/);
    expect(read('catalog/index.html')).toContain('httpbin');
    expect(JSON.parse(read('catalog/catalog.json')).$schema).toBe('./catalog.schema.json');
    expect(run().stderr).not.toContain('written');
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
    expect(run('--help').stdout).toContain('catalog/');
  });

  it('refuses what it does not know in one line', () => {
    const { status, stderr } = run('--chek');
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--chek');
  });
});

describe('catalog/', () => {
  it('has nothing in git that the platform decides', () => {
    const tracked = execFileSync('git', ['ls-files', 'catalog'], { cwd: project, encoding: 'utf8' });
    expect(tracked.trim().split('\n')).toEqual(['catalog/catalog.schema.json']);
    const made = ['catalog/index.html', 'catalog/catalog.json'];
    const ignored = execFileSync('git', ['check-ignore', ...made], { cwd: project, encoding: 'utf8' });
    expect(ignored.trim().split('\n')).toEqual(made);
  });
});
