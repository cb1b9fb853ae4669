import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { destinationOf, placeOf } from '../facts/location.js';
import { namespaceExists as exists, showsAll } from '../facts/opaque.js';

type Place = Pick<Item, 'cluster' | 'namespace'>;

/** The places where an item puts things: where it is, and where an Application leads. */
const placesOf = (item: Item): Place[] =>
  item.manifest.kind === 'Application' ? [item, destinationOf(item)] : [item];

/** The places that nobody makes, by the first item of each: one finding for each is enough. */
const missing = once((inventory: Inventory) => {
  const seen = new Set<string>();
  const found = new Map<Item, Place[]>();
  for (const item of inventory.items) {
    for (const place of placesOf(item)) {
      if (place.namespace === '' || seen.has(placeOf(place))) continue;
      seen.add(placeOf(place));
      if (!exists(inventory, place)) found.set(item, [...(found.get(item) ?? []), place]);
    }
  }
  return found;
});

const example = (namespace: string) => `apiVersion: v1
kind: Namespace
metadata: { name: chess-prod }
---
${deployment({ metadata: `namespace: ${namespace}` })}`;

export const namespaceExists: ObjectRule = {
  id: 'namespace-exists',
  title: 'Each namespace that something lands in is made by somebody',
  why: 'Argo CD cannot put anything into a namespace that is not there, and the whole sync fails.',
  fix: 'Name a namespace that exists, or declare it in the unit that owns it',
  applies: (_, inventory) => showsAll(inventory, 'Namespace'),
  check: (item, inventory) =>
    (missing(inventory).get(item) ?? []).map(({ cluster, namespace }) => {
      const known = inventory.names({ cluster, namespace: '' }, 'Namespace');
      const where = cluster ? ` on ${cluster}` : '';
      return unknownName(
        `nothing makes namespace '${namespace}'${where}`,
        namespace,
        known,
        namespaceExists.fix,
      );
    }),
  good: example('chess-prod'),
  bad: example('ches-prod'),
};
