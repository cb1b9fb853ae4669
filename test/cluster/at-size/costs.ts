import { beforeAll, describe, expect, it } from 'vitest';
import { refreshAnnotation } from '../harness/argocd.js';
import { comparisons, foldersRendered, refreshesBegun } from '../harness/argocd-log.js';
import { type Cost, costOf, costsOf } from '../harness/cost.js';
import type { RunningPlatform } from '../harness/platform.js';
import { summary } from '../harness/summary.js';
import { holds, until } from '../harness/wait.js';
import {
  allHaveSeen,
  controller,
  figure,
  folderOf,
  inGit,
  manyUnits,
  measured,
  nameOf,
  repoServer,
  root,
  touch,
} from './ground.js';

const secondsBetweenComparisons = 180; // what the chart sets; here they are ten

/** What Argo CD's programs have taken before they have any Application. */
export const costsAtStart = ({ programs }: RunningPlatform) => costsOf(programs, measured);

/** What comparing and rendering cost. Never a test on a time: what was measured is said in the summary. */
export function costs(platform: () => RunningPlatform, atStart: () => Record<string, Cost>): void {
  describe('the cost of Argo CD', () => {
    /** What comparisons to git took, while something was done: CPU time by program, and how many there were. */
    async function spent(work: (log: () => string) => Promise<unknown>) {
      const { programs } = platform();
      const log = programs.listen(controller);
      const before = costsOf(programs, measured);
      await work(log);
      const done = comparisons(log());
      const cpu = (name: (typeof measured)[number]) => costOf(programs, name).cpu - before[name].cpu;
      const took = done.reduce((sum, each) => sum + each.took, 0) / done.length;
      return { done, took, repo: cpu(repoServer), control: cpu(controller) };
    }
    const ofFolders = () =>
      inGit(platform()).filter(({ charts, kustomization }) => charts.length === 0 && !kustomization);
    const names = () => ofFolders().map(({ name }) => name);
    const compared = (log: () => string, wanted: readonly string[]) =>
      until(`${wanted.length} Applications have been compared`, async () => {
        const done = comparisons(log()).map(({ application }) => application);
        const late = wanted.filter((name) => !done.includes(name));
        return holds(late.length === 0, late.join(', '));
      });

    beforeAll(() => {
      const { programs, units } = platform();
      for (const name of measured) {
        const [start, now] = [atStart()[name] as Cost, costOf(programs, name)];
        summary.say(
          `${name}: ${figure(start.memory)} MB before any Application, ${figure(now.memory)} MB with ${units.length} (at most ${figure(now.peak)}), ${figure((now.cpu - start.cpu) / 1000)} s of CPU time so far`,
        );
      }
    });

    it('is that of a comparison, and of a rendering', async () => {
      const { argocd } = platform();
      const every = inGit(platform()).map(({ name }) => name);
      const idle = await spent((log) => compared(log, every));
      const [repoEach, controlEach] = [idle.repo / idle.done.length, idle.control / idle.done.length];
      const perSecond = manyUnits / secondsBetweenComparisons;
      summary.say(
        `a comparison when nothing has changed: controller ${figure(controlEach)} ms, repo server ${figure(repoEach)} ms of CPU time, ${figure(idle.took)} ms by the clock (mean of ${idle.done.length}); of ${manyUnits} every ${secondsBetweenComparisons} s: ${figure((perSecond * controlEach) / 1000)} and ${figure((perSecond * repoEach) / 1000)} cores, ${figure((perSecond * idle.took) / 1000)} at once`,
      );
      const say = (what: string, { done, repo, control, took }: typeof idle) => {
        const alone = (repo - repoEach * (done.length - names().length)) / names().length;
        summary.say(
          `${what}: repo server ${figure(alone)} ms of CPU time for each of ${names().length}, controller ${figure(control / done.length)} ms for a comparison, ${figure(took)} ms by the clock`,
        );
      };

      let log = '';
      const hard = await spent(async (read) => {
        for (const name of names()) await argocd.refresh(name, 'hard');
        await compared(read, names());
        await until('no refresh is left to do', async () => {
          const left = (await argocd.applications()).filter(
            ({ metadata }) => metadata.annotations?.[refreshAnnotation],
          );
          return holds(left.length === 0, left.map(nameOf).join(', '));
        });
        log = read();
      });
      expect(refreshesBegun(log, 'hard refresh requested').sort()).toEqual(names().sort());
      say('a unit rendered anew by a hard refresh', hard);

      const rendered = platform().programs.listen(repoServer);
      let commit = '';
      const changed = await spent(async () => {
        const push = touch(
          platform(),
          ofFolders().map(({ objects }) => objects[0]?.file as string),
        );
        commit = push.after;
        await argocd.hear(push);
        await allHaveSeen(platform(), commit);
      });
      const folders = ofFolders().map(folderOf);
      expect(foldersRendered(rendered(), commit)).toEqual(expect.arrayContaining([root, ...folders]));
      say('a unit rendered anew after a commit that changes them all', changed);
    });
  });
}
