import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';

const root = join(import.meta.dirname, '../..');
const parts = [
  '.github',
  'docs',
  'apps',
  'cli',
  'commands',
  'constructs',
  'imports',
  'rules',
  'synth',
  'system',
];
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
    expect(message).toMatch(/^apps\/httpbin\.ts:13 httpbin base\.probe: probe 'status' is not a path/m);
    expect(message).toBe(said({ PLATFORM_CACHE: 'off' }));
    writeFileSync(file, text);
  });

  it.each(['apps/httpbin.ts', 'system/Chart.yaml', 'main.ts', 'constructs/problems/problems.ts'])(
    'tells of what a merge has left in %s on one line, and writes nothing',
    (name) => {
      const file = join(home, name);
      const text = readFileSync(file, 'utf8');
      const line = text.split('\n').length;
      writeFileSync(file, `${text}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n`);
      rmSync(join(home, 'out'), { recursive: true, force: true });
      const told = `${name}:${line}: a merge has left '<<<<<<< HEAD' there [conflict-marker]. Resolve the conflict: `;
      for (const cache of ['on', 'off']) {
        const lines = said({ PLATFORM_CACHE: cache }).trim().split('\n');
        expect(lines[0]?.startsWith(told), lines[0]).toBe(true);
        expect(lines.slice(1)).toEqual(['1 problem. Nothing was written.']);
      }
      expect(existsSync(join(home, 'out'))).toBe(false);
      writeFileSync(file, text);
    },
  );

  it('writes the docs and the code owners with dist/, over what a merge has left there, and not with another folder', () => {
    const generated = [
      'docs/services.md',
      'docs/bootstrap.md',
      'docs/assumptions.md',
      '.github/CODEOWNERS',
      'dist/root.yaml',
    ];
    const read = (path: string) => readFileSync(join(home, path), 'utf8');
    const start = (more: Record<string, string>) => said({ CDK8S_OUTDIR: '', ...more });
    start({});
    const right = generated.map(read);
    expect(right).toEqual(generated.map((path) => readFileSync(join(root, path), 'utf8')));
    const broken = right.map((text) =>
      text.replace(
        /\n(\| \[|\| `|\/apps|metadata).*/,
        (line) => `\n<<<<<<< HEAD${line}\n=======${line}\n>>>>>>> theirs`,
      ),
    );
    for (const [index, path] of generated.entries()) writeFileSync(join(home, path), broken[index] ?? '');
    expect(generated.filter((path) => !read(path).includes('>>>>>>> theirs'))).toEqual([]);
    start({ CDK8S_OUTDIR: 'out' });
    start({ PLATFORM_ONLY: 'httpbin' });
    expect(generated.map(read)).toEqual(broken);
    for (const path of generated) expect(start({}) && read(path)).not.toContain('<<<<<<<');
    expect(generated.map(read)).toEqual(right);
  });

  it('writes no docs if synth fails', () => {
    const file = join(home, 'apps/httpbin.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(join(home, '.github/CODEOWNERS'), 'old');
    writeFileSync(file, text.replace("probe: '/status/200'", "probe: 'status'"));
    expect(said({ CDK8S_OUTDIR: '' })).toContain('Nothing was written');
    expect(readFileSync(join(home, '.github/CODEOWNERS'), 'utf8')).toBe('old');
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
