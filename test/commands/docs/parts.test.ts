import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { withParts, writeParts } from '../../../commands/docs/parts.js';

const page =
  'Hens.\n\n<!-- hens -->\n\nnone\n\n<!-- /hens -->\n\nCocks.\n\n<!-- cocks -->\n\nsome\n\n<!-- /cocks -->\n';

describe('a page', () => {
  it('gets the parts that are given, and keeps the others and what people write', () => {
    const fresh = withParts(page, { hens: '| $& |' });
    expect(fresh).toBe(page.replace('none', () => '| $& |'));
    expect(withParts(fresh, { hens: '| $& |' })).toBe(fresh);
  });

  it('loses in these parts what a merge has left there, and nowhere else', () => {
    const sides = '<<<<<<< HEAD\nnone\n=======\nmany\n>>>>>>> theirs';
    const merged = page.replace('none', sides).replace('some', sides);
    expect(withParts(merged, { hens: 'two' })).toBe(page.replace('none', 'two').replace('some', sides));
  });
});

describe('the pages of a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'parts-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('are written where they differ', () => {
    expect(writeParts(home, { hens: 'two' })).toEqual([]);
    mkdirSync(join(home, 'docs'));
    writeFileSync(join(home, 'docs/a.md'), page);
    writeFileSync(join(home, 'docs/b.md'), 'Nothing here.\n');
    expect(writeParts(home, { hens: 'two' })).toEqual(['docs/a.md']);
    expect(readFileSync(join(home, 'docs/a.md'), 'utf8')).toBe(page.replace('none', 'two'));
    expect(writeParts(home, { hens: 'two' })).toEqual([]);
  });
});
