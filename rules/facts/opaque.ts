import { groupOf } from '../../constructs/kube/manifest.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { texts } from '../engine/untyped.js';
import { destinationOf, placeOf } from './location.js';

/** The namespaces of every cluster, where Kubernetes itself runs programs. */
const ownNamespaces: ReadonlySet<string> = new Set([
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
]);

/** Custom resources from which operators make pods, Services and Secrets that no file shows. */
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

/** Whether a namespace may have objects that no file shows: then a missing object is not a fault. */
export const hasUnseen = (inventory: Inventory, place: Pick<Item, 'cluster' | 'namespace'>): boolean =>
  inventory.isOpen(place) ||
  made(inventory).has(placeOf(place)) ||
  (ownNamespaces.has(place.namespace) && place.namespace !== 'default');

const kinds = once((inventory: Inventory) => new Set(inventory.items.map(({ manifest }) => manifest.kind)));

/** Whether the files show all objects of a kind: they are a whole platform, or have at least one of the kind. */
export const showsAll = (inventory: Inventory, kind: string): boolean =>
  kinds(inventory).has(kind) || kinds(inventory).has('Application');

/** The namespaces, as `cluster/namespace`, that remote manifests may make. */
const released = once(
  (inventory: Inventory) =>
    new Set(
      inventory
        .ofKind('Kustomization')
        .filter(({ manifest }) => texts(manifest, 'resources').some((each) => each.includes('://')))
        .map(placeOf),
    ),
);

/** The namespaces that Applications make when they sync. */
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

/** Whether a namespace exists: of Kubernetes itself, in a file, or made by a remote manifest or an Application. */
export function namespaceExists(inventory: Inventory, place: Pick<Item, 'cluster' | 'namespace'>): boolean {
  return (
    ownNamespaces.has(place.namespace) ||
    inventory.find({ cluster: place.cluster, namespace: '' }, 'Namespace', place.namespace) !== undefined ||
    released(inventory).has(placeOf(place)) ||
    synced(inventory).has(placeOf(place))
  );
}
