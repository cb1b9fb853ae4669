import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';
import type { SynthError } from '../../constructs/problems/problems.js';
import { rules } from '../../rules/index.js';
import { shardOf } from '../../synth/shard.js';
import { synth as runSynth } from '../../synth/synth.js';
import { generatedPlatform } from '../bench/generated.js';
import { app, render, testPlatform } from '../platform.js';

const apps = 16; // two of each kind

const filesOf = (only?: string): Map<string, string> => {
  const platform = generatedPlatform(apps);
  return new Map(render(platform, { shard: shardOf(platform, only), rules }).files);
};
const whole = filesOf();

describe('a shard', () => {
  it.each([1, 2, 5])('%i of them hold each file once, with the same bytes', (count) => {
    const shards = Array.from({ length: count }, (_, index) => filesOf(`${index + 1}/${count}`));
    const together = shards.flatMap((files) => [...files]).sort();
    expect(together).toEqual([...whole].sort());
  });

  it('of one app holds its units and their Applications', () => {
    const files = filesOf('app-3');
    expect([...files.keys()].length).toBeGreaterThan(20);
    for (const [path, content] of files) {
      expect(path).toMatch(
        /^(prod|staging)\/app-3\/|^host\/app-3-|^argocd\/Application\.(host|prod|staging)-app-3/,
      );
      expect(content).toBe(whole.get(path));
    }
  });

  it('is checked by every rule, and only for what is in it', () => {
    const problems = (only: string) => {
      const broken = app('broken', { prod: { host: 'a.example.com', env: { DB_PASSWORD: 'hunter2' } } });
      const platform = testPlatform().add(broken, app('other', { prod: { host: 'b.example.com' } }));
      try {
        render(platform, { shard: shardOf(platform, only), rules });
        return [];
      } catch (error) {
        return (error as SynthError).problems
          .filter(({ id }) => id === 'env-var-secret')
          .map(({ path }) => path);
      }
    };
    expect(problems('broken')).toHaveLength(1);
    expect(problems('other')).toEqual([]);
  });

  it.each([
    ['app-33', "PLATFORM_ONLY names 'app-33', which is no app. Did you mean app-13?"],
    [
      'nothing-like-it',
      "PLATFORM_ONLY names 'nothing-like-it', which is no app. Use names of apps, platform or '1/4'.",
    ],
    ['0/4', "PLATFORM_ONLY '0/4' is no part. Write it like '1/4'."],
    ['5/4', "PLATFORM_ONLY '5/4' is no part. Write it like '1/4'."],
  ])('%s is none', (asked, message) => {
    expect(() => filesOf(asked)).toThrow(message);
  });

  describe('written', () => {
    let home: string;
    beforeEach(() => {
      home = mkdtempSync(join(tmpdir(), 'shard-'));
    });
    afterEach(() => {
      rmSync(home, { recursive: true });
    });

    const synth = (only?: string) => {
      runSynth(generatedPlatform(apps), { outdir: join(home, 'dist'), only, rules: [] });
    };
    const written = () => {
      const dist = join(home, 'dist');
      return new Map(listFiles(dist).map((path) => [path, readFileSync(join(dist, path), 'utf8')]));
    };

    it('one after the other, they leave what a whole synth does', () => {
      for (const only of ['2/3', '1/3', '3/3']) synth(only);
      expect([...written()].sort()).toEqual([...whole].sort());
    });

    it('it mends its own folders and leaves those of others', () => {
      synth();
      const at = (path: string) => join(home, 'dist', path);
      writeFileSync(at('prod/app-3/Stale.yaml'), '');
      writeFileSync(at('prod/app-4/Stale.yaml'), '');
      synth('app-3');
      expect([...written().keys()].filter((path) => !whole.has(path))).toEqual(['prod/app-4/Stale.yaml']);
      expect(existsSync(at('root.yaml'))).toBe(true);
    });
  });
});
