import type { Inventory, Item } from '../inventory.js';
import { unknownName } from '../near.js';
import { once } from '../once.js';
import { destinationOf, placeOf } from '../places.js';
import type { ObjectRule } from '../rule.js';
import { namespaceExists as exists, showsAll } from '../unseen.js';
import { deployment } from './examples.js';

/** The places where an item puts things: where it is, and where an Application leads. */
const placesOf = (item: Item) => [
  item,
  ...(item.manifest.kind === 'Application' ? [destinationOf(item)] : []),
];

/** The first item of each place: one finding for each is enough. */
const firsts = once((inventory: Inventory) => {
  const first = new Map<string, Item>();
  for (const item of inventory.items)
    for (const place of placesOf(item)) if (!first.has(placeOf(place))) first.set(placeOf(place), item);
  return first;
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
  mend: 'Name a namespace that exists, or declare it in the unit that owns it',
  applies: (_, inventory) => showsAll(inventory, 'Namespace'),
  check: (item, inventory) =>
    placesOf(item)
      .filter((place) => place.namespace !== '' && firsts(inventory).get(placeOf(place)) === item)
      .filter((place) => !exists(inventory, place))
      .map(({ cluster, namespace }) => {
        const known = inventory.names({ cluster, namespace: '' }, 'Namespace');
        const where = cluster ? ` on ${cluster}` : '';
        return unknownName(
          `nothing makes namespace '${namespace}'${where}`,
          namespace,
          known,
          namespaceExists.mend,
        );
      }),
  good: example('chess-prod'),
  bad: example('ches-prod'),
};
