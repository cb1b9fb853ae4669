import { groupOf } from '../../constructs/kube/manifest.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { application } from '../examples/example-application.js';

const identityOf = ({ cluster, namespace, manifest }: Item): string =>
  [cluster, groupOf(manifest), manifest.kind, namespace, manifest.metadata?.name].join('\0');

/** What is in another file already, with the first that is. */
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
  title: 'Each object of a cluster is in one file only',
  why: 'If two Applications hold the same object, each undoes what the other did, for ever.',
  fix: 'Keep it in one of the two, or give one another name',
  // Folders of which nothing is known may hold the same for several clusters.
  applies: ({ cluster, manifest }) => cluster !== '' && Boolean(manifest.metadata?.name),
  check: (item, inventory) => {
    const owner = owners(inventory).get(item);
    return owner ? [`it is in ${owner.file} too`] : [];
  },
  good: example('go-prod'),
  bad: example('games-prod'),
};
