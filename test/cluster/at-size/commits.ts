import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersRendered, refreshesAsked } from '../harness/argocd-log.js';
import type { RunningPlatform } from '../harness/platform.js';
import { summary } from '../harness/summary.js';
import { allHaveSeen, inGit, repoServer, root, server, touch } from './ground.js';

/** What a commit has Argo CD refresh and render. */
export function commits(platform: () => RunningPlatform): void {
  describe('a commit', () => {
    // The controller asks what has changed, and then for a rendering: what it compares while the commit becomes known
    // may be asked about before and rendered after it.
    const atOnce = 20;
    const expectLittle = (rendered: readonly string[], wanted: readonly string[]) => {
      expect(rendered).toEqual(expect.arrayContaining([...wanted]));
      expect(rendered.length).toBeLessThanOrEqual(wanted.length + atOnce);
      summary.say(
        `a commit that changes one unit: ${rendered.length} of ${inGit(platform()).length + 1} folders rendered`,
      );
    };

    const cases = [
      ['staging-httpbin', 'dist/staging/httpbin/Service.httpbin.yaml'],
      ['host-velero', 'dist/host/velero/Schedule.clubs-daily.yaml'],
    ] as const;

    it.each(cases)('that GitHub tells of refreshes the root and %s, and nothing else', async (unit, file) => {
      const { programs, argocd } = platform();
      const [asked, rendered] = [programs.listen(server), programs.listen(repoServer)];
      const push = touch(platform(), [file]);
      await argocd.hear(push);
      expect(refreshesAsked(asked()).sort()).toEqual(['root', unit].sort());
      await allHaveSeen(platform(), push.after);
      expectLittle(foldersRendered(rendered(), push.after), [root, join(file, '..')]);
      expect(refreshesAsked(asked()).sort()).toEqual(['root', unit].sort());
    });

    it('that nobody tells of has Argo CD render little, when their turn comes', async () => {
      const { programs, argocd } = platform();
      const [asked, rendered] = [programs.listen(server), programs.listen(repoServer)];
      const [, [, file]] = cases;
      const { after } = touch(platform(), [file]);
      await argocd.refresh('root'); // else it may take three minutes until a branch is resolved again
      await allHaveSeen(platform(), after);
      expect(refreshesAsked(asked())).toEqual([]);
      expectLittle(foldersRendered(rendered(), after), [root, join(file, '..')]);
    });
  });
}
