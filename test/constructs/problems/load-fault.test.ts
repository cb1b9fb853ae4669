import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFault } from '../../../constructs/problems/load-fault.js';
import { sourceOfError } from '../../../constructs/problems/source.js';

describe('a file that cannot be loaded', () => {
  const home = mkdtempSync(join(tmpdir(), 'load-'));
  const from = (path: string) => relative(process.cwd(), join(home, path));
  writeFileSync(join(home, 'chess.ts'), 'export {};\n');

  it.each([
    ['ches', `Did you mean ${from('chess')}.js?`],
    ['backgammon', 'Fix the import, or remove it'],
  ])('may not be there: %s', (name, fix) => {
    const main = join(home, `${name}-main.mjs`);
    writeFileSync(main, `import './${name}.js';\n`);
    // By Node itself: the test runner imports in its own way.
    const script = 'import(process.argv[1]).catch(({ message }) => console.log(message))';
    const message = execFileSync(process.execPath, ['-e', script, main], { encoding: 'utf8' }).trim();
    const told = loadFault(new Error(message));
    expect(told).toMatchObject({ id: 'import-missing', fix: { en: fix } });
    expect(told.what.en).toBe(
      `${from(`${name}-main.mjs`)} imports '${from(`${name}.js`)}', which does not exist`,
    );
  });

  it('may hold what a merge has left, which is told and not that it is no TypeScript', () => {
    const file = join(home, 'merged.ts');
    const refused = (text: string) => {
      writeFileSync(file, text);
      return loadFault(new Error(`Transform failed with 1 error:\n${file}:2:0: ERROR: Unexpected "<<"`));
    };
    expect(refused('export {};\n<<<<<<< HEAD\n')).toMatchObject({
      id: 'conflict-marker',
      what: { en: "a merge has left '<<<<<<< HEAD' there" },
    });
    expect(refused('export {};\n<< HEAD\n').what.en).toBe('it is not TypeScript: Unexpected "<<"');
  });

  it('is not told to lie inside Node', () => {
    const error = new Error('no');
    error.stack = `Error: no
    at finalizeResolution (node:internal/modules/esm/resolve:283:11)
    at file://${join(process.cwd(), 'main.ts')}:7:3`;
    expect(sourceOfError(error)).toBe('main.ts:7');
  });
});
