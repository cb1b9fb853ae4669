import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFiles } from '../../cli/files.js';
import type { Component } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { synth as runSynth } from '../../synth/synth.js';
import { app, testPlatform } from '../platform.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'removals-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(home, { recursive: true });
});

const vault: Component = (platform) => new SystemService(platform, 'vault');
const layers = { prod: { host: 'chess.example.com' }, staging: { host: 's.example.com' } };
const chess = app('chess', layers);

/** What a synth says that writes these over what was written before. */
function synth(components: readonly Component[], remove?: readonly string[]): string {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
  runSynth(testPlatform().add(...components), { outdir: join(home, 'dist'), rules: [], remove });
  return lines.join('');
}
const files = () => listFiles(join(home, 'dist'));

describe('what leaves the platform', () => {
  beforeEach(() => {
    synth([chess, vault]);
    expect(files().filter((path) => path.startsWith('prod/chess/')).length).toBeGreaterThan(3);
  });

  it('is told where no file says so, and nothing is written', () => {
    const before = files();
    const told = synth([vault]);
    const count = before.filter((path) => /^(prod|staging)\/chess\/|^host\/chess-/.test(path)).length;
    expect(told).toContain(`this takes ${count} files of chess out of dist/`);
    expect(told).toContain('REMOVE=chess npx cdk8s synth');
    expect(process.exitCode).toBe(1);
    expect(files()).toEqual(before);
  });

  it('is told of a service, and of a layer', () => {
    expect(synth([chess])).toContain('files of vault out of dist/');
    expect(synth([app('chess', { prod: layers.prod }), vault])).toContain('files of chess out of dist/');
  });

  it('goes where that is confirmed by its name, and by no other', () => {
    expect(synth([vault], ['go'])).toContain('removal-unconfirmed');
    expect(synth([vault], ['chess'])).not.toContain('removal-unconfirmed');
    expect(files().filter((path) => path.includes('/chess'))).toEqual([]);
  });

  it('goes where its file says enabled: false', () => {
    expect(synth([app('chess', { ...layers, enabled: false }), vault])).not.toContain('removal-unconfirmed');
    expect(files().filter((path) => path.includes('/chess'))).toEqual([]);
  });

  it('is nothing where a single file of it goes', () =>
    expect(
      synth([app('chess', { ...layers, base: { image: 'a/b:1', port: 8080, replicas: 1 } }), vault]),
    ).not.toContain('removal-unconfirmed'));
});
