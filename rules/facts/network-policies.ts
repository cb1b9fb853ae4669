import type { Inventory, Item, Workload } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Selector } from '../engine/pod-view.js';
import { at, texts } from '../engine/untyped.js';
import { isVirtual, placeOf, runningPods } from './location.js';
import { hasUnseen } from './opaque.js';
import { selectorAt } from './selector.js';

/** A direction of traffic that a NetworkPolicy restricts. */
export type Direction = 'Ingress' | 'Egress';

/** The directions of traffic that a policy denies by default. */
const directionsOf = ({ manifest }: Item): readonly string[] => {
  const given = texts(manifest, 'spec', 'policyTypes');
  return given.length > 0 ? given : at(manifest, 'spec', 'egress') ? ['Ingress', 'Egress'] : ['Ingress'];
};

/** The directions of traffic that some policy denies by default, for each workload, where its pods run. */
export const closed = once((inventory: Inventory): ReadonlyMap<Workload, ReadonlySet<string>> => {
  const directions = new Map<Workload, Set<string>>();
  for (const policy of inventory.ofKind('NetworkPolicy')) {
    // Policies inside a virtual cluster do not apply on the host, where its pods run.
    if (isVirtual(policy.cluster)) continue;
    const selector = selectorAt(policy.manifest, 'spec', 'podSelector');
    for (const workload of runningPods(inventory).find(placeOf(policy), selector)) {
      const known = directions.get(workload) ?? new Set<string>();
      for (const direction of directionsOf(policy)) known.add(direction);
      directions.set(workload, known);
    }
  }
  return directions;
});

/** Labels of pods that are created at run time, so that no file shows them. */
const passing = ['acme.cert-manager.io/http01-solver', 'batch.kubernetes.io/job-name', 'job-name'];

/** Whether a selector may select pods that no file shows, also those of a virtual cluster. */
export function mayBeUnseen(
  inventory: Inventory,
  place: Pick<Item, 'cluster' | 'namespace'>,
  { matchLabels = {} }: Selector,
): boolean {
  if (passing.some((key) => Object.hasOwn(matchLabels, key))) return true;
  const cluster = matchLabels['vcluster.loft.sh/managed-by'];
  if (cluster === undefined) return hasUnseen(inventory, place);
  const namespace = matchLabels['vcluster.loft.sh/namespace'];
  return namespace === undefined || hasUnseen(inventory, { cluster, namespace });
}
