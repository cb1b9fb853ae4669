import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item, Workload } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault } from '../engine/rule.js';
import { at, type Fields, list, text, texts } from '../engine/untyped.js';
import { placeOf, runningPods } from '../facts/location.js';
import { mayBeUnseen } from '../facts/network-policies.js';
import { namespaceExists, showsAll } from '../facts/opaque.js';
import { hasPort, portNames, portsOf } from '../facts/ports.js';
import { hasSelector, isEmpty, readable, selectorAt } from '../facts/selector.js';

const nameLabel = 'kubernetes.io/metadata.name';
type Place = Pick<Item, 'cluster' | 'namespace'>;

/** The namespaces that a peer selects by name; undefined if it selects them by other labels. */
function placesOf(peer: Fields, { cluster, namespace }: Item): readonly Place[] | undefined {
  if (!hasSelector(peer, 'namespaceSelector')) return [{ cluster, namespace }];
  const name = text(peer, 'namespaceSelector', 'matchLabels', nameLabel);
  if (name) return [{ cluster, namespace: name }];
  const names = list(peer, 'namespaceSelector', 'matchExpressions')
    .filter(({ key, operator }) => key === nameLabel && operator === 'In')
    .flatMap((each) => texts(each, 'values'));
  return names.length > 0 ? names.map((each) => ({ cluster, namespace: each })) : undefined;
}

const nameNamespace: Text = { en: 'Name a namespace that exists', fr: 'Nommez un namespace qui existe' };
const allowPort: Text = { en: 'Allow the port of the container', fr: 'Permettez le port du conteneur' };
const noPods: Text = {
  en: 'it allows the labels <labels>, which no pod has',
  fr: 'elle permet les labels <labels>, qu’aucun pod n’a',
};

const namespaceFaults = (places: readonly Place[], inventory: Inventory): Fault[] =>
  places
    .filter((place) => showsAll(inventory, 'Namespace') && !namespaceExists(inventory, place))
    .map((place) => {
      const known = inventory.names({ ...place, namespace: '' }, 'Namespace');
      return unknownName(
        {
          en: `namespace '${place.namespace}' does not exist`,
          fr: `le namespace « ${place.namespace} » n’existe pas`,
        },
        place.namespace,
        known,
        nameNamespace,
      );
    });

/** The pods of a peer; undefined if no file may show some of them. */
function podsOf(peer: Fields, places: readonly Place[], inventory: Inventory): Workload[] | undefined {
  const selector = selectorAt(peer, 'podSelector');
  if (isEmpty(selector) || places.some((place) => mayBeUnseen(inventory, place, selector))) return undefined;
  return places.flatMap((place) => [...runningPods(inventory).find(placeOf(place), selector)]);
}

/** A fault for each port of a rule that none of the pods has. */
export function portFaults(rule: Fields, pods: readonly Workload[]): Fault[] {
  const views = pods.map(({ pod }) => pod);
  return list(rule, 'ports').flatMap((each) => {
    const port = each['port'];
    if (typeof port !== 'number' && typeof port !== 'string') return [];
    const last = Number(each['endPort'] ?? port);
    const isThere = views.some((pod) =>
      typeof port === 'string'
        ? hasPort(pod, port)
        : portsOf(pod).some(({ number }) => number >= port && number <= last),
    );
    if (isThere) return [];
    return [
      unknownName(
        {
          en: `it allows port '${port}', on which none of the pods listens`,
          fr: `elle permet le port « ${port} », sur lequel aucun des pods n’écoute`,
        },
        String(port),
        portNames(views),
        allowPort,
      ),
    ];
  });
}

/** What is wrong with the peers that a rule of a NetworkPolicy allows. */
export function peerFaults(rule: Fields, way: 'from' | 'to', item: Item, inventory: Inventory): Fault[] {
  const faults: Fault[] = [];
  const targets: Workload[] = [];
  let isKnown = list(rule, way).length > 0;
  for (const peer of list(rule, way)) {
    const places = at(peer, 'ipBlock') ? undefined : placesOf(peer, item);
    const pods = places && podsOf(peer, places, inventory);
    const missing =
      places && hasSelector(peer, 'namespaceSelector') ? namespaceFaults(places, inventory) : [];
    faults.push(...missing);
    if (pods?.length === 0 && missing.length === 0)
      faults.push(fill(noPods, { labels: readable(selectorAt(peer, 'podSelector')) }));
    if (pods) targets.push(...pods);
    isKnown &&= pods !== undefined && pods.length > 0;
  }
  return way === 'to' && isKnown ? [...faults, ...portFaults(rule, targets)] : faults;
}
