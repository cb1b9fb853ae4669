import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Live } from './harness/api.js';
import { refreshAnnotation } from './harness/argocd.js';
import {
  comparisons,
  foldersRendered,
  refreshesAsked,
  refreshesBegun,
  shardsOf,
} from './harness/argocd-log.js';
import { type Cost, costOf, costsOf } from './harness/cost.js';
import type { DistUnit } from './harness/dist.js';
import type { RunningPlatform } from './harness/platform.js';
import { summary } from './harness/summary.js';
import { holds, until } from './harness/wait.js';

const controller = 'argocd-application-controller';
const repoServer = 'argocd-repo-server';
const server = 'argocd-server';
const measured = [controller, repoServer, server, 'redis', 'host-apiserver'] as const;
/** What the page on speed asks about: a thousand apps, in two environments, each with a part on the host. */
const manyUnits = 4000;
const secondsBetweenComparisons = 180; // what the chart sets; here they are ten

/** What Argo CD's programs have taken before they have any Application. */
export const costsAtStart = ({ programs }: RunningPlatform) => costsOf(programs, measured);

const nameOf = ({ metadata }: Live) => metadata.name;
const folderOf = ({ application: { spec } }: DistUnit): string | undefined =>
  [spec.source ?? [], spec.sources ?? []].flat().find(({ path }) => path)?.path;
const figure = (value: number) => value.toFixed(value < 10 ? 1 : 0);

/**
 * What Argo CD costs, and what of it a commit makes it do again, on the platform that has come up. Never a test on a
 * time: what was measured is said in the summary.
 */
export function atSize(platform: () => RunningPlatform, atStart: () => Record<string, Cost>): void {
  const root = 'dist/argocd';
  const source = () =>
    platform().units.find(({ application }) => application.spec.source?.path)?.application.spec;
  const inGit = () => platform().units.filter((unit) => folderOf(unit));

  /** Changes files without changing what they say, and commits. */
  function touch(files: readonly string[]) {
    const { repository } = platform();
    const before = repository.head;
    for (const file of files) appendFileSync(join(repository.tree, file), `# touched after ${before}\n`);
    const after = repository.commit('touch');
    const { repoURL = '', targetRevision = '' } = source()?.source ?? {};
    return { url: repoURL, branch: targetRevision, before, after, files };
  }

  /** Waits until each Application has compared what runs to a commit, because it was asked to or its turn came. */
  const allHaveSeen = (commit: string) =>
    until('every Application has looked at the commit', async () => {
      const folders = new Set(['root', ...inGit().map(({ name }) => name)]);
      const late = (await platform().argocd.applications())
        .filter((application) => folders.has(nameOf(application)))
        .filter(
          ({ status }) => ![status?.sync?.revision, ...(status?.sync?.revisions ?? [])].includes(commit),
        );
      return holds(late.length === 0, late.map(nameOf).join(', '));
    });

  describe('a commit', () => {
    const cases = [
      ['staging-httpbin', 'dist/staging/httpbin/Service.httpbin.yaml'],
      ['host-velero', 'dist/host/velero/Schedule.clubs-daily.yaml'],
    ] as const;

    it.each(cases)('that GitHub tells of refreshes the root and %s, and nothing else', async (unit, file) => {
      const { programs, argocd } = platform();
      const [asked, rendered] = [programs.listen(server), programs.listen(repoServer)];
      const push = touch([file]);
      await argocd.hear(push);
      expect(refreshesAsked(asked()).sort()).toEqual(['root', unit].sort());
      await allHaveSeen(push.after);
      expect(foldersRendered(rendered(), push.after).sort()).toEqual([root, join(file, '..')].sort());
      expect(refreshesAsked(asked()).sort()).toEqual(['root', unit].sort());
    });

    it.each(cases)(
      'that nobody tells of has only the root and %s rendered, when their turn comes',
      async (_, file) => {
        const { programs } = platform();
        const [asked, rendered] = [programs.listen(server), programs.listen(repoServer)];
        const { after } = touch([file]);
        await platform().argocd.refresh('root'); // else it may take three minutes until a branch is resolved again
        await allHaveSeen(after);
        expect(foldersRendered(rendered(), after).sort()).toEqual([root, join(file, '..')].sort());
        expect(refreshesAsked(asked())).toEqual([]);
      },
    );
  });

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
      inGit().filter(({ charts, kustomization }) => charts.length === 0 && !kustomization);
    const names = () => ofFolders().map(({ name }) => name);
    const compared = (log: () => string, wanted: readonly string[], times = 1) =>
      until(`${wanted.length} Applications have been compared`, async () => {
        const done = comparisons(log()).map(({ application }) => application);
        const late = wanted.filter((name) => done.filter((each) => each === name).length < times);
        return holds(late.length === 0, late.join(', '));
      });

    it('is little in memory, for each Application', () => {
      const { programs, units } = platform();
      for (const name of measured) {
        const [start, now] = [atStart()[name] as Cost, costOf(programs, name)];
        const each = (now.memory - start.memory) / units.length;
        summary.say(
          `${name}: ${figure(start.memory)} MB before any Application, ${figure(now.memory)} MB with ${units.length} (at most ${figure(now.peak)}), ${figure((now.cpu - start.cpu) / 1000)} s of CPU time so far; by that ${figure(start.memory + each * manyUnits)} MB with ${manyUnits}`,
        );
        expect(now.memory).toBeGreaterThan(0);
      }
    });

    it('is that of a comparison, and of a rendering', async () => {
      const { argocd } = platform();
      const every = inGit().map(({ name }) => name);
      const idle = await spent((log) => compared(log, every, 2));
      const [repoEach, controlEach] = [idle.repo / idle.done.length, idle.control / idle.done.length];
      const perSecond = manyUnits / secondsBetweenComparisons;
      summary.say(
        `a comparison when nothing has changed: controller ${figure(controlEach)} ms, repo server ${figure(repoEach)} ms of CPU time, ${figure(idle.took)} ms by the clock (mean of ${idle.done.length}); of ${manyUnits} every ${secondsBetweenComparisons} s: ${figure((perSecond * controlEach) / 1000)} and ${figure((perSecond * repoEach) / 1000)} cores, ${figure((perSecond * idle.took) / 1000)} at once`,
      );
      const say = (what: string, { done, repo, control, took }: typeof idle) => {
        const others = done.length - names().length;
        const each = (all: number, ofOthers: number) => figure((all - ofOthers * others) / names().length);
        summary.say(
          `${what}: repo server ${each(repo, repoEach)} ms, controller ${each(control, controlEach)} ms of CPU time for each of ${names().length}, its comparison included, ${figure(took)} ms by the clock`,
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
        const push = touch(ofFolders().map(({ objects }) => objects[0]?.file as string));
        commit = push.after;
        await argocd.hear(push);
        await allHaveSeen(commit);
      });
      const folders = ofFolders().map(folderOf);
      expect(foldersRendered(rendered(), commit).sort()).toEqual([root, ...folders].sort());
      say('a unit rendered anew after a commit that changes them all', changed);
    });

    // The root lists each Application twice in its status, and etcd takes no object above 1.5 MiB.
    it('leaves room in etcd for a root of twice as many Applications', async () => {
      const { argocd, host, units } = platform();
      const namespace = 'default'; // where no Argo CD looks
      const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/applications`;
      const { apiVersion, kind, spec, status } = await argocd.application('root');
      const { resources, operationState: operation } = status;
      const synced: Live[] = operation.syncResult.resources;
      const times = (entries: Live[], count: number) =>
        Array.from({ length: count }, (_, i) => ({
          ...entries[i % entries.length],
          name: `unit-of-an-app-${i}`,
        }));
      const fits = async (count: number) => {
        const syncResult = { ...operation.syncResult, resources: times(synced, count) };
        const grown = {
          ...status,
          resources: times(resources, count),
          operationState: { ...operation, syncResult },
        };
        try {
          await host.api.create(path, {
            ...{ apiVersion, kind, spec, status: grown },
            metadata: { name: 'grown', namespace },
          });
        } catch (error) {
          expect((error as Error).message).toContain('too large');
          return false;
        }
        await host.api.delete(`${path}/grown`);
        return true;
      };
      let [most, toomany] = [units.length * 2, 20_000];
      expect(await fits(most)).toBe(true);
      expect(await fits(toomany)).toBe(false);
      while (toomany - most > 50) {
        const middle = Math.round((most + toomany) / 2);
        if (await fits(middle)) most = middle;
        else toomany = middle;
      }
      const bytes = JSON.stringify({ resources, synced }).length;
      summary.say(
        `the root: ${figure(bytes / 1024)} KiB in its status for ${resources.length} objects, ${synced.length} of them in the last sync; etcd takes one of ${most}, and none of ${toomany}`,
      );
    });
  });

  describe('a controller that is one of two', () => {
    const local = 'https://kubernetes.default.svc';

    it.each(['legacy', 'round-robin'])(
      'does all Applications of its clusters, by the method %s',
      async (method) => {
        const { argocd, programs, units } = platform();
        const clusters = await platform().host.api.list(
          '/api/v1/namespaces/argocd/secrets?labelSelector=argocd.argoproj.io/secret-type%3Dcluster',
        );
        const text = (data: string) => Buffer.from(data, 'base64').toString();
        const names = new Map([
          [local, 'host'],
          ...clusters.map(({ data }) => [text(data.server), text(data.name)] as const),
        ]);
        const name = await argocd.startShard(1, 2, method);
        try {
          const log = programs.listen(name);
          const shards = await until('each cluster has its shard', async () => {
            const found = shardsOf(log());
            return found.size === names.size ? { met: found } : `${found.size} of ${names.size} have one`;
          });
          const own = new Set(
            [...shards].filter(([, shard]) => shard === 1).map(([address]) => names.get(address)),
          );
          const mine = units.filter(({ cluster }) => own.has(cluster)).map(({ name }) => name);
          await until('it has looked at all that is its own', async () => {
            const begun = refreshesBegun(log());
            const late = mine.filter((each) => !begun.includes(each));
            return holds(late.length === 0, late.join(', '));
          });
          expect(refreshesBegun(log()).sort()).toEqual(mine.sort());
          expect(own).not.toContain('host');
          if (method === 'round-robin') expect(own.size).toBe(names.size / 2);
          const counts = [...names.values()].map((each) => {
            const shard = own.has(each) ? 1 : 0;
            return `${each} ${shard} (${units.filter(({ cluster }) => cluster === each).length} Applications)`;
          });
          summary.say(`shards of two by ${method}: ${counts.join(', ')}`);
        } finally {
          await programs.end(name);
        }
      },
    );
  });
}
