import type { Manifest } from '../constructs/kube/manifest.js';
import type { Workers } from '../constructs/platform/props.js';
import { type Fault, fault } from '../constructs/refusals/fault.js';
import { parseQuantity } from '../constructs/values/quantity.js';
import type { Inventory, Workload } from '../rules/engine/inventory.js';
import { listOf } from '../rules/engine/untyped.js';
import { scaleOf } from '../rules/facts/scaling.js';

const measures = ['cpu', 'memory'] as const;

/**
 * What does not fit if one worker is down: CPU or memory that all pods ask for together, autoscaled ones at their
 * most, against what the others have. Pods of DaemonSets, which are few and small, count once a worker.
 */
export function capacityFaults(inventory: Inventory, workers: Workers): Fault[] {
  return measures.flatMap((measure) => {
    const asked = inventory.workloads.reduce((sum, item) => {
      const pods = podsOf(item, inventory, workers.count - 1);
      const each = listOf(item.pod.spec.containers).map(
        ({ resources }) => parseQuantity(String(resources?.requests?.[measure] ?? '0')) ?? 0,
      );
      return sum + pods * each.reduce((total, one) => total + one, 0);
    }, 0);
    const there = (workers.count - 1) * (parseQuantity(workers[measure]) ?? 0);
    const charts = parseQuantity(workers.charts[measure]) ?? 0;
    if (asked + charts <= there) return [];
    const say = (amount: number) =>
      measure === 'cpu'
        ? `${round(amount)} CPU`
        : { en: `${round(amount / 2 ** 30)} GiB of memory`, fr: `${round(amount / 2 ** 30)} Gio de mémoire` };
    const amounts = { asked: say(asked), charts: say(charts), there: say(there) };
    return [fault('capacity', { count: workers.count, ...amounts })];
  });
}

/** How many pods there are at most; of a blue-green release twice as many, while the old ones wait for the verdict. */
function podsOf(item: Workload, inventory: Inventory, nodes: number): number {
  const { kind, spec } = item.manifest as Manifest & { spec?: { strategy?: { blueGreen?: object } } };
  if (kind === 'DaemonSet') return nodes;
  return scaleOf(item, inventory).most * (kind === 'Rollout' && spec?.strategy?.blueGreen ? 2 : 1);
}

const round = (amount: number): number => Math.round(amount * 10) / 10;
