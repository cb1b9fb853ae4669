import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toYaml } from '../../constructs/manifest.js';
import type { Live } from './harness/api.js';
import { type Push, refreshAnnotation, troublesOf } from './harness/argocd.js';
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
/** How many Applications more the costs are measured with; none unless it is asked for, since it takes minutes. */
const more = Number(process.env['PLATFORM_TEST_MORE'] ?? 0);
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
  function touch(files: readonly string[]): Push {
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
    // The controller asks what has changed, and then for a rendering: what it compares while the commit becomes known
    // may be asked about before and rendered after it.
    const atOnce = 20;
    const expectLittle = (rendered: readonly string[], wanted: readonly string[]) => {
      expect(rendered).toEqual(expect.arrayContaining([...wanted]));
      expect(rendered.length).toBeLessThanOrEqual(wanted.length + atOnce);
      summary.say(
        `a commit that changes one unit: ${rendered.length} of ${inGit().length + 1} folders rendered`,
      );
    };

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
      expectLittle(foldersRendered(rendered(), push.after), [root, join(file, '..')]);
      expect(refreshesAsked(asked()).sort()).toEqual(['root', unit].sort());
    });

    it('that nobody tells of has Argo CD render little, when their turn comes', async () => {
      const { programs, argocd } = platform();
      const [asked, rendered] = [programs.listen(server), programs.listen(repoServer)];
      const [, [, file]] = cases;
      const { after } = touch([file]);
      await argocd.refresh('root'); // else it may take three minutes until a branch is resolved again
      await allHaveSeen(after);
      expect(refreshesAsked(asked())).toEqual([]);
      expectLittle(foldersRendered(rendered(), after), [root, join(file, '..')]);
    });
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
    const compared = (log: () => string, wanted: readonly string[]) =>
      until(`${wanted.length} Applications have been compared`, async () => {
        const done = comparisons(log()).map(({ application }) => application);
        const late = wanted.filter((name) => !done.includes(name));
        return holds(late.length === 0, late.join(', '));
      });

    it('is told for all that is synced', () => {
      const { programs, units } = platform();
      for (const name of measured) {
        const [start, now] = [atStart()[name] as Cost, costOf(programs, name)];
        summary.say(
          `${name}: ${figure(start.memory)} MB before any Application, ${figure(now.memory)} MB with ${units.length} (at most ${figure(now.peak)}), ${figure((now.cpu - start.cpu) / 1000)} s of CPU time so far`,
        );
        expect(now.memory).toBeGreaterThan(0);
      }
    });

    it('is that of a comparison, and of a rendering', async () => {
      const { argocd } = platform();
      const every = inGit().map(({ name }) => name);
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
        const push = touch(ofFolders().map(({ objects }) => objects[0]?.file as string));
        commit = push.after;
        await argocd.hear(push);
        await allHaveSeen(commit);
      });
      const folders = ofFolders().map(folderOf);
      expect(foldersRendered(rendered(), commit).sort()).toEqual([root, ...folders].sort());
      say('a unit rendered anew after a commit that changes them all', changed);
    });

    it.runIf(more > 0)('grows by little with each Application more', async () => {
      const { programs, repository, units, host, argocd } = platform();
      const { application, objects } = units.find(({ name }) => name === 'staging-httpbin') as DistUnit;
      const paths = Array.from({ length: more }, (_, i) => `dist/grown/${i}`);
      for (const [i, path] of paths.entries()) {
        mkdirSync(join(repository.tree, path), { recursive: true });
        for (const { manifest } of objects) {
          const { kind, metadata } = manifest;
          const spec = manifest['spec'] as object | undefined;
          const grown = {
            ...manifest,
            metadata: { ...metadata, name: `grown-${i}` },
            ...(spec && { spec: { ...spec, ...(kind === 'Deployment' && { replicas: 0 }) } }),
          };
          writeFileSync(join(repository.tree, path, `${kind}.yaml`), toYaml(grown));
        }
      }
      repository.commit('more units');
      const before = costsOf(programs, measured);
      const grown = paths.map((path, i) => ({
        ...{ apiVersion: application.apiVersion, kind: application.kind },
        metadata: {
          ...{ name: `grown-${i}`, namespace: 'argocd' },
          annotations: { 'argocd.argoproj.io/manifest-generate-paths': `/${path}` },
        },
        spec: { ...application.spec, source: { ...application.spec.source, path } },
      }));
      for (const each of grown) await host.api.apply(each);
      await until(
        'all of them are Synced',
        async () => {
          const late = (await argocd.applications())
            .filter(({ metadata }) => metadata.name.startsWith('grown-'))
            .filter(
              ({ status }) => status?.sync?.status !== 'Synced' || status.operationState?.phase === 'Running',
            );
          return holds(late.length === 0, `${late.length}: ${late.slice(0, 1).map(troublesOf)}`);
        },
        500,
      );
      for (const name of measured) {
        const now = costOf(programs, name);
        const each = (now.memory - before[name].memory) / more;
        const then = now.memory + each * (manyUnits - units.length - more);
        summary.say(
          `${name}: ${figure(before[name].memory)} MB with ${units.length} Applications, ${figure(now.memory)} MB with ${more} more, ${figure((now.cpu - before[name].cpu) / more)} ms of CPU time for each until it was synced; by that ${figure(then)} MB with ${manyUnits}`,
        );
      }
      for (const each of grown) await host.api.delete(await host.api.pathOf(each));
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
          expect((error as Error).message).toMatch(/too large|larger than max/);
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

  describe.runIf(more > 0)('a controller that is one of two', () => {
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
