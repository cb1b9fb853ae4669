import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unloadedFaults } from '../../synth/unloaded.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'unloaded-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const chess = "export const chess = (platform: Platform) => new ClubApp(platform, 'chess', {});\n";

function told(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries({ 'main.ts': "import('./apps/chess.js'),\n", ...files })) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return unloadedFaults(home).map(({ source, id }) => `${source} ${id}`);
}

describe('what would disappear without a word', () => {
  it('is nothing of the platform itself', () =>
    expect(unloadedFaults(resolve(import.meta.dirname, '../..'))).toEqual([]));

  it('is nothing where all is loaded, helpers included', () =>
    expect(
      told({
        'apps/chess.ts': `import { clubs } from './clubs.js';\n${chess}`,
        'apps/clubs.ts': 'export const clubs = {};\n',
      }),
    ).toEqual([]));

  it.each([
    ['a line that is missing in main.ts', { 'apps/go.ts': chess }, 'apps/go.ts file-not-listed'],
    [
      'whatever the platform is called there',
      { 'apps/go.ts': chess.replace('platform:', 'p:') },
      'apps/go.ts file-not-listed',
    ],
    ['a folder below', { 'apps/games/go.ts': chess }, 'apps/games/go.ts file-not-listed'],
    ['a service', { 'system/dns.ts': chess }, 'system/dns.ts file-not-listed'],
    [
      'a helper that nobody uses',
      { 'apps/colours.ts': 'export const red = 1;\n' },
      'apps/colours.ts file-not-listed',
    ],
    [
      'const without export',
      { 'apps/chess.ts': chess.replace('export ', '') },
      'apps/chess.ts declaration-not-exported',
    ],
    [
      'one of two without export',
      { 'apps/chess.ts': `${chess}const go = (p: Platform) => new ClubApp(p, 'go', {});\n` },
      'apps/chess.ts declaration-not-exported',
    ],
    ['an empty file', { 'apps/chess.ts': '// to be written\n' }, 'apps/chess.ts file-declares-nothing'],
  ])('is told: %s', (_, files, line) => {
    const given: Record<string, string> = { 'apps/chess.ts': chess, ...files };
    expect(told(given)).toEqual([line]);
  });

  it('is not a function that the file itself uses', () =>
    expect(
      told({
        'apps/chess.ts': `const board = (p: Platform) => p;\n${chess.replace('new ClubApp', 'board(platform) && new ClubApp')}`,
      }),
    ).toEqual([]));
});
