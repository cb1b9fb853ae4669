import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floorsOf, roomsOf, type Source, sourcesOf, upwardImports } from '../../../commands/rooms/rooms.js';

const sources = sourcesOf(join(import.meta.dirname, '../../..'));

describe('the rooms', () => {
  it('import only from rooms below them, types included, and never in a circle', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
    expect(upwardImports(sources)).toEqual([]);
    expect(() => floorsOf(sources)).not.toThrow();
  });

  it('of the vocabulary hold less than a fifth of it each', () => {
    const rooms = roomsOf(sources).filter(({ room }) => room.startsWith('constructs/'));
    const total = rooms.reduce((sum, { lines }) => sum + lines, 0);
    for (const { room, lines } of rooms) expect(lines / total, room).toBeLessThan(0.2);
  });
});

describe('the order of the rooms', () => {
  const source = (path: string, ...imports: string[]): Source => ({ path, lines: 1, imports });

  it.each([
    ['constructs/values/a.ts', 'constructs/kube/b.ts'],
    ['constructs/app/a.ts', 'synth/b.ts'],
    ['constructs/app/a.ts', 'rules/engine/b.ts'],
    ['constructs/app/a.ts', 'constructs/index.ts'],
    ['rules/pods/a.ts', 'constructs/workload/b.ts'],
    ['rules/pods/a.ts', 'synth/b.ts'],
    ['cli/a.ts', 'rules/engine/b.ts'],
  ])('refuses that %s imports %s', (from, to) =>
    expect(upwardImports([source(from, to), source(to)])).toEqual([`${from} → ${to}`]),
  );

  it('tells a circle', () => {
    const circle = [source('synth/a.ts', 'synth/b.ts'), source('synth/b.ts', 'synth/a.ts')];
    expect(() => floorsOf(circle)).toThrow('a circle of imports: synth/a.ts → synth/b.ts → synth/a.ts');
  });
});
