import { groupOf } from '../../constructs/kube/manifest.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { application } from '../examples/example-application.js';

const identityOf = ({ cluster, namespace, manifest }: Item): string =>
  [cluster, groupOf(manifest), manifest.kind, namespace, manifest.metadata?.name].join('\0');

/** The objects that an earlier file defines already, each with the object of that file. */
const owners = once((inventory: Inventory) => {
  const first = new Map<string, Item>();
  const repeated = new Map<Item, Item>();
  for (const item of inventory.items) {
    const identity = identityOf(item);
    const owner = first.get(identity);
    if (owner) repeated.set(item, owner);
    else first.set(identity, item);
  }
  return repeated;
});

const map = '\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata: { variant: blitz }\n';
const example = (second: string) => `${application('prod/chess', 'games-prod')}---
${application('prod/go', second)}---
# prod/chess/ConfigMap.rules.yaml${map}---
# prod/go/ConfigMap.rules.yaml${map}`;

export const oneOwner: ObjectRule = {
  id: 'one-owner',
  title: {
    en: 'Each object of a cluster is in one file only',
    fr: 'Chaque objet d’un cluster est dans un seul fichier',
  },
  why: {
    en: 'If two Applications deploy the same object, each undoes the changes of the other at every sync.',
    fr: 'Si deux Applications déploient le même objet, chacune défait les changements de l’autre à chaque synchronisation.',
  },
  fix: {
    en: 'Keep it in one of the two files, or rename one of the objects',
    fr: 'Gardez-le dans un des deux fichiers, ou renommez un des objets',
  },
  // Folders whose cluster is unknown may hold the same object for several clusters.
  applies: ({ cluster, manifest }) => cluster !== '' && Boolean(manifest.metadata?.name),
  check: (item, inventory) => {
    const owner = owners(inventory).get(item);
    return owner ? [{ en: `it is in ${owner.file} too`, fr: `il est aussi dans ${owner.file}` }] : [];
  },
  good: example('go-prod'),
  bad: example('games-prod'),
  finds: ['it is in prod/chess/ConfigMap.rules.yaml too'],
};
