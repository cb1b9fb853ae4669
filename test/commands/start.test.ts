import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';

const root = join(import.meta.dirname, '../..');
const parts = ['apps', 'cli', 'commands', 'constructs', 'imports', 'rules', 'synth', 'system'];
const single = ['main.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'start-'));
  for (const part of [...parts, ...single]) cpSync(join(root, part), join(home, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
});
afterAll(() => rmSync(home, { recursive: true }));

const environment = (more: Record<string, string>) => ({ ...process.env, CDK8S_OUTDIR: 'out', ...more });
const synth = (more: Record<string, string> = {}) => {
  rmSync(join(home, 'out'), { recursive: true, force: true });
  execFileSync(process.execPath, ['commands/start.mjs'], {
    cwd: home,
    env: environment(more),
    stdio: 'pipe',
  });
  return listFiles(join(home, 'out'))
    .sort()
    .map((path) => [path, readFileSync(join(home, 'out', path), 'utf8')]);
};
const said = (more: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['commands/start.mjs'], { cwd: home, env: environment(more), encoding: 'utf8' })
    .stderr;

describe('the start of a synth', () => {
  it('writes the same bytes with a new bundle, with the same again, without one, and by parts', () => {
    const plain = synth({ PLATFORM_CACHE: 'off' });
    expect(plain.length).toBeGreaterThan(500);
    expect(synth()).toEqual(plain); // this folder is new, and so is its bundle
    expect(synth()).toEqual(plain);
    // By parts, each with what the others have left in the cache.
    const parts = ['1/3', '2/3', '3/3'].flatMap((part) => synth({ PLATFORM_ONLY: part }));
    expect(parts.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual(plain);
  });

  it('sees what was changed since, and names the line that people wrote', () => {
    const file = join(home, 'apps/httpbin.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace("probe: '/status/200'", "probe: 'status'"));
    const message = said();
    expect(message).toMatch(/^apps\/httpbin\.ts:6 httpbin\/prod.*probe 'status' is no path/m);
    expect(message).toBe(said({ PLATFORM_CACHE: 'off' }));
    writeFileSync(file, text);
  });

  it('tells of a file that cannot be read what it tells without a bundle', () => {
    const file = join(home, 'apps/httpbin.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\nexport const = 1;\n`);
    const message = said();
    expect(message).toContain('httpbin.ts');
    expect(message).toBe(said({ PLATFORM_CACHE: 'off' }));
    writeFileSync(file, text);
  });
});
