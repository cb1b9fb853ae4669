import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';
import { writeFolder } from '../../synth/writer.js';

let home: string;
let dist: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'writer-'));
  dist = join(home, 'dist');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (files: Record<string, string>) => writeFolder(dist, new Map(Object.entries(files)));
const read = () =>
  Object.fromEntries(
    listFiles(dist)
      .sort()
      .map((path) => [path, readFileSync(join(dist, path), 'utf8')]),
  );

describe('writeFolder', () => {
  it('leaves exactly the files it is given, and says what it did', () => {
    expect(write({ 'a/b.yaml': '1', 'c.yaml': '2' })).toEqual({
      added: ['a/b.yaml', 'c.yaml'],
      changed: [],
      removed: [],
    });
    expect(write({ 'c.yaml': '3', 'd/e.yaml': '4' })).toEqual({
      added: ['d/e.yaml'],
      changed: ['c.yaml'],
      removed: ['a/b.yaml'],
    });
    expect(read()).toEqual({ 'c.yaml': '3', 'd/e.yaml': '4' });
    expect(existsSync(join(dist, 'a'))).toBe(false);
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('keeps the modification time of a file that stays the same, also beside one that changes', () => {
    write({ same: '1', other: '1' });
    utimesSync(join(dist, 'same'), 1000, 1000);
    write({ same: '1', other: '2' });
    expect(statSync(join(dist, 'same')).mtimeMs).toBe(1_000_000);
    expect(read()).toEqual({ same: '1', other: '2' });
  });

  it('does not touch the folder when nothing changed', () => {
    write({ a: '1' });
    utimesSync(dist, 1000, 1000);
    expect(write({ a: '1' })).toEqual({ added: [], changed: [], removed: [] });
    expect(statSync(dist).mtimeMs).toBe(1_000_000);
  });

  it('leaves the old folder whole when a file cannot be written', () => {
    write({ a: '1' });
    // 'a' cannot be a file and a folder at once: the second file fails half-way.
    expect(() => write({ a: '2', 'a/b': '3' })).toThrow();
    expect(read()).toEqual({ a: '1' });
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('leaves the old folder whole when it cannot be swapped', () => {
    write({ a: '1' });
    // The old folder cannot move out of the way: the place is taken.
    const previous = `.dist.previous-${process.pid}`;
    mkdirSync(join(home, previous));
    writeFileSync(join(home, previous, 'taken'), '');
    expect(() => write({ a: '2' })).toThrow();
    expect(read()).toEqual({ a: '1' });
    expect(readdirSync(home).sort()).toEqual([previous, 'dist']);
  });

  describe('after a synth that was killed', () => {
    // No process has this id: it is beyond what Linux gives out.
    const dead = 4_194_305;

    it('puts the old folder back if it was killed between the two renames', () => {
      mkdirSync(join(home, `.dist.previous-${dead}`));
      writeFileSync(join(home, `.dist.previous-${dead}`, 'a'), '1');
      mkdirSync(join(home, `.dist.next-${dead}`));
      expect(write({ a: '1', b: '2' })).toEqual({ added: ['b'], changed: [], removed: [] });
      expect(readdirSync(home)).toEqual(['dist']);
    });

    it('throws away what it had staged', () => {
      write({ a: '1' });
      mkdirSync(join(home, `.dist.next-${dead}`));
      write({ a: '2' });
      expect(readdirSync(home)).toEqual(['dist']);
    });

    it('leaves alone what a running synth has staged', () => {
      mkdirSync(join(home, `.dist.next-${process.ppid}`));
      write({ a: '2' });
      expect(readdirSync(home).sort()).toEqual([`.dist.next-${process.ppid}`, 'dist']);
    });
  });

  it('ends with the last files whatever came before', () => {
    const files = fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'c/e', 'f/g/h'), fc.constantFrom('1', '2'), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(fc.array(files, { minLength: 1, maxLength: 5 }), (versions) => {
        for (const version of versions) write({ ...version });
        expect(read()).toEqual({ ...versions.at(-1) });
      }),
      { numRuns: 50 },
    );
  });
});
