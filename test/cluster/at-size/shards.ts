import { describe, expect, it } from 'vitest';
import { refreshesBegun, shardsOf } from '../harness/argocd-log.js';
import type { RunningPlatform } from '../harness/platform.js';
import { summary } from '../harness/summary.js';
import { holds, until } from '../harness/wait.js';
import { more } from './ground.js';

/** Which Applications a controller does that is one of several. */
export function shards(platform: () => RunningPlatform): void {
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
