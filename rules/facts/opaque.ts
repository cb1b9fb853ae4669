import { groupOf } from '../../constructs/kube/manifest.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { texts } from '../engine/untyped.js';
import { destinationOf, placeOf } from './location.js';

/** The namespaces that are in every cluster, with what Kubernetes itself runs there. */
const ownNamespaces: ReadonlySet<string> = new Set([
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
]);

/** The custom resources out of which operators make pods, Services and Secrets that no file shows. */
const makers = new Set([
  'cdi.kubevirt.io/CDI',
  'clickhouse.altinity.com/ClickHouseInstallation',
  'clickhouse-keeper.altinity.com/ClickHouseKeeperInstallation',
  'gateway.networking.k8s.io/Gateway',
  'kafka.strimzi.io/Kafka',
  'kubevirt.io/KubeVirt',
  'kubevirt.io/VirtualMachine',
  'monitoring.coreos.com/Alertmanager',
  'monitoring.coreos.com/Prometheus',
  'opentelemetry.io/OpenTelemetryCollector',
  'pkg.crossplane.io/Provider',
  'postgresql.cnpg.io/Cluster',
]);

const made = once(
  (inventory: Inventory) =>
    new Set(
      inventory.items
        .filter(({ manifest }) => makers.has(`${groupOf(manifest)}/${manifest.kind}`))
        .map(placeOf),
    ),
);

/** Whether something may be there that no file shows, so that nothing can be said of what is missing. */
export const hasUnseen = (inventory: Inventory, place: Pick<Item, 'cluster' | 'namespace'>): boolean =>
  inventory.isOpen(place) ||
  made(inventory).has(placeOf(place)) ||
  (ownNamespaces.has(place.namespace) && place.namespace !== 'default');

const kinds = once((inventory: Inventory) => new Set(inventory.items.map(({ manifest }) => manifest.kind)));

/** Whether all of a kind are in the files: those of a whole platform, or of a folder that shows some. */
export const showsAll = (inventory: Inventory, kind: string): boolean =>
  kinds(inventory).has(kind) || kinds(inventory).has('Application');

/** The namespaces, as `cluster/namespace`, that releases fetched from elsewhere may make. */
const released = once(
  (inventory: Inventory) =>
    new Set(
      inventory
        .ofKind('Kustomization')
        .filter(({ manifest }) => texts(manifest, 'resources').some((each) => each.includes('://')))
        .map(placeOf),
    ),
);

/** The namespaces that Applications make as they sync. */
const synced = once(
  (inventory: Inventory) =>
    new Set(
      inventory
        .ofKind('Application')
        .filter(({ manifest }) =>
          texts(manifest, 'spec', 'syncPolicy', 'syncOptions').includes('CreateNamespace=true'),
        )
        .map((application) => placeOf(destinationOf(application))),
    ),
);

/** Whether a namespace is there: of Kubernetes itself, in a file, or made by a release or an Application. */
export function namespaceExists(inventory: Inventory, place: Pick<Item, 'cluster' | 'namespace'>): boolean {
  return (
    ownNamespaces.has(place.namespace) ||
    inventory.find({ cluster: place.cluster, namespace: '' }, 'Namespace', place.namespace) !== undefined ||
    released(inventory).has(placeOf(place)) ||
    synced(inventory).has(placeOf(place))
  );
}
