import { expect, it } from 'vitest';
import type { Live } from '../harness/api.js';
import type { RunningPlatform } from '../harness/platform.js';
import { summary } from '../harness/summary.js';
import { figure } from './ground.js';

/** How many Applications one root may hold. */
export function rootSize(platform: () => RunningPlatform): void {
  // The root lists each Application twice in its status, and etcd takes no object above 1.5 MiB.
  it('etcd has room for a root of twice as many Applications', async () => {
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
}
