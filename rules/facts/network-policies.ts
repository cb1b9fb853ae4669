import type { Inventory, Item, Workload } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Selector } from '../engine/pod-view.js';
import { at, texts } from '../engine/untyped.js';
import { isVirtual, placeOf, runningPods } from './location.js';
import { hasUnseen } from './opaque.js';
import { selectorAt } from './selector.js';

export type Direction = 'Ingress' | 'Egress';

/** Which directions a policy closes, but for what it allows. */
const directionsOf = ({ manifest }: Item): readonly string[] => {
  const given = texts(manifest, 'spec', 'policyTypes');
  return given.length > 0 ? given : at(manifest, 'spec', 'egress') ? ['Ingress', 'Egress'] : ['Ingress'];
};

/** The directions in which some policy closes each workload's pods, where they run. */
export const closed = once((inventory: Inventory): ReadonlyMap<Workload, ReadonlySet<string>> => {
  const directions = new Map<Workload, Set<string>>();
  for (const policy of inventory.ofKind('NetworkPolicy')) {
    // Policies inside a virtual cluster are not those of the host, where its pods run.
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

/** The labels of pods that are made as others run, so that no file shows them. */
const passing = ['acme.cert-manager.io/http01-solver', 'batch.kubernetes.io/job-name', 'job-name'];

/** Whether a selector may select pods at a place that no file shows, also those of a virtual cluster. */
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
