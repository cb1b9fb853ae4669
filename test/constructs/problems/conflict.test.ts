import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conflictOf, conflictsIn } from '../../../constructs/problems/conflict.js';

const merged = 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n';

describe('what a merge leaves in a file', () => {
  it.each([
    ['both sides', merged, 2, '<<<<<<< HEAD'],
    ['with lines of Windows', merged.replaceAll('\n', '\r\n'), 2, '<<<<<<< HEAD'],
    ['the middle', 'a: 1\nb: 2\n=======\nb: 3\n', 3, '======='],
    ['the end', '>>>>>>> 0a1b2c3 (Add chess)', 1, '>>>>>>> 0a1b2c3 (Add chess)'],
  ])('is found: %s', (_, text, line, shown) => {
    expect(conflictOf(text)).toEqual({ line, marker: shown });
  });

  it.each(['a << b', '// ========', '========\n', ' <<<<<<< HEAD\n', 'a: 1\n'])('is not %j', (text) => {
    expect(conflictOf(text)).toBeUndefined();
  });
});

describe('a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'conflict-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('is looked through for it, with all below it', () => {
    mkdirSync(join(home, 'system/watch'), { recursive: true });
    writeFileSync(join(home, 'main.ts'), 'export {};\n');
    writeFileSync(join(home, 'system/Chart.yaml'), merged);
    writeFileSync(join(home, 'system/watch/rules.ts'), merged);
    writeFileSync(join(home, 'system/notes.txt'), merged);
    const found = conflictsIn(home, ['main.ts', 'system', 'apps']);
    expect(found.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'system/Chart.yaml:2',
      'system/watch/rules.ts:2',
    ]);
  });
});
