import type { Inventory, Item } from './inventory.js';
import { at, text } from './loose.js';
import { once } from './once.js';
import { placeOf } from './places.js';

const scalers = once(
  (inventory: Inventory) =>
    new Map(
      inventory.ofKind('HorizontalPodAutoscaler').map((item) => {
        const kind = text(item.manifest, 'spec', 'scaleTargetRef', 'kind');
        const name = text(item.manifest, 'spec', 'scaleTargetRef', 'name');
        return [`${placeOf(item)}/${kind}/${name}`, item] as const;
      }),
    ),
);

/** The autoscaler of a workload, if it has one. */
export const scalerOf = (inventory: Inventory, item: Item): Item | undefined =>
  scalers(inventory).get(`${placeOf(item)}/${item.manifest.kind}/${item.manifest.metadata?.name}`);

const count = (value: unknown): number => (typeof value === 'number' ? value : 1);

/** How many pods a workload has at least. */
export function leastPods(inventory: Inventory, item: Item): number {
  const scaler = scalerOf(inventory, item);
  return scaler
    ? count(at(scaler.manifest, 'spec', 'minReplicas'))
    : count(at(item.manifest, 'spec', 'replicas'));
}
