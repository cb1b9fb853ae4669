import { describe, expect, it } from 'vitest';
import { app, base, folder, problemsOf, testPlatform } from '../../platform.js';

const platformWith = (bytes: number) =>
  testPlatform().add(
    app('chess', {
      base: { ...base, files: { '/pages/index.html': 'x'.repeat(bytes) } },
      prod: { host: 'chess.example.com' },
    }),
  );

describe('files of a program', () => {
  it('are applied on the server’s side where they are too large for an annotation', () => {
    expect(folder(platformWith(1_000), 'prod/chess')).not.toContain('ServerSideApply');
    expect(folder(platformWith(300_000), 'prod/chess')).toContain('sync-options: ServerSideApply=true');
  });

  it('are refused where they are too large for a ConfigMap', () => {
    expect(problemsOf(platformWith(2_000_000))).toEqual([
      expect.stringMatching(
        /chess\/prod\/workload files: the files of chess have 2000024 bytes, a ConfigMap holds 1048576 \[files-size\]\. Make them smaller, or build them into an image\.$/,
      ),
    ]);
  });
});
