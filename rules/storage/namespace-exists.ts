import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { destinationOf, placeOf } from '../facts/location.js';
import { namespaceExists as exists, showsAll } from '../facts/opaque.js';

type Place = Pick<Item, 'cluster' | 'namespace'>;

/** The namespaces of an item: its own, and the destination if it is an Application. */
const placesOf = (item: Item): Place[] =>
  item.manifest.kind === 'Application' ? [item, destinationOf(item)] : [item];

/** The namespaces that do not exist, by the first item in each: one finding per namespace is enough. */
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
  title: {
    en: 'Each namespace that something is deployed into exists',
    fr: 'Chaque namespace où quelque chose est déployé existe',
  },
  why: {
    en: 'Argo CD cannot deploy into a namespace that does not exist: the whole sync fails.',
    fr: 'Argo CD ne peut rien déployer dans un namespace qui n’existe pas : toute la synchronisation échoue.',
  },
  fix: {
    en: 'Name a namespace that exists, or declare it in the unit that owns it',
    fr: 'Nommez un namespace qui existe, ou déclarez-le dans l’unité à laquelle il appartient',
  },
  applies: (_, inventory) => showsAll(inventory, 'Namespace'),
  check: (item, inventory) =>
    (missing(inventory).get(item) ?? []).map(({ cluster, namespace }) => {
      const known = inventory.names({ cluster, namespace: '' }, 'Namespace');
      const what = cluster
        ? {
            en: `namespace '${namespace}' does not exist in cluster '${cluster}'`,
            fr: `le namespace « ${namespace} » n’existe pas dans le cluster « ${cluster} »`,
          }
        : { en: `namespace '${namespace}' does not exist`, fr: `le namespace « ${namespace} » n’existe pas` };
      return unknownName(what, namespace, known, namespaceExists.fix);
    }),
  good: example('chess-prod'),
  bad: example('ches-prod'),
  finds: ["namespace 'ches-prod' does not exist"],
};
