import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { synth as runSynth } from '../../synth/synth.js';
import { app, base, testPlatform } from '../platform.js';

const home = mkdtempSync(join(tmpdir(), 'report-'));
const outdir = join(home, 'dist');
afterEach(() => vi.restoreAllMocks());
afterEach(() => rmSync(home, { recursive: true, force: true }));

const synth = (name: string) => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
  const volumes = { data: { mount: '/data', size: '5Gi', personalData: false } };
  const databases = {
    db: { engine: 'postgres' as const, version: '17.2', storage: '5Gi', personalData: false },
  };
  const props = { base: { ...base, volumes, databases }, prod: { host: 'chess.example.com' } };
  runSynth(testPlatform().add(app(name, props)), { outdir, rules: [], remove: ['chess'] });
  return lines.join('');
};

describe('a synth after an app was renamed', () => {
  it('leaves nothing of the old name, and tells which volumes stay on the cluster', () => {
    synth('chess');
    const told = synth('checkers');
    expect(told).toContain('Kept on cluster prod: the volume chess-data of chess, to be deleted by hand');
    expect(told).toContain('Kept on cluster prod: the volumes of db of chess, to be deleted by hand');
    expect(synth('checkers')).toContain('Nothing changed');
  });
});
