import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { hostLabels } from '../../constructs/kube/vcluster-names.js';
import { ownLabels } from '../../constructs/values/labels.js';
import { host, type Inventory, type Item, type Workload } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { labelsAt, text } from '../engine/untyped.js';
import { LabelIndex } from './label-index.js';

type Place = Pick<Item, 'cluster' | 'namespace'>;

/** A namespace of a cluster, as one key. */
export const placeOf = ({ cluster, namespace }: Place): string => `${cluster}/${namespace}`;

/** Whether a cluster is virtual: neither the host nor unknown. */
export const isVirtual = (cluster: string): boolean => cluster !== '' && cluster !== host;

/** Where pods that are declared in a namespace run: those of virtual clusters run on the host. */
export const runsIn = ({ cluster, namespace }: Place): Place =>
  isVirtual(cluster) ? { cluster: host, namespace: hostNamespace(cluster) } : { cluster, namespace };

/** Where to look for cluster-wide objects that virtual clusters use from the host: classes, issuers. */
export const lender = ({ cluster }: Place): Place => ({
  cluster: isVirtual(cluster) ? host : cluster,
  namespace: '',
});

/** The destination of an Application. */
export const destinationOf = ({ manifest, cluster }: Item): Place => ({
  cluster: text(manifest, 'metadata', 'labels', ownLabels.cluster) || cluster,
  namespace: text(manifest, 'spec', 'destination', 'namespace'),
});

/** The labels of pods that policies use and virtual clusters copy to the host. */
const copied = ['app.kubernetes.io/name', ownLabels.preview];

/** The labels of a pod where it runs, as NetworkPolicies see them. */
export function runningLabels({ cluster, namespace, pod }: Workload): Readonly<Record<string, string>> {
  const labels = labelsAt(pod, 'labels');
  if (!isVirtual(cluster)) return labels;
  const kept = copied.flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]]));
  return { ...hostLabels(cluster, namespace), ...Object.fromEntries(kept) };
}

/** The workloads, by the labels of their pods, where they are declared. */
export const pods = once((inventory: Inventory) => {
  const index = new LabelIndex<Workload>();
  for (const workload of inventory.workloads)
    index.add(placeOf(workload), labelsAt(workload.pod, 'labels'), workload);
  return index;
});

/** The workloads, by the labels of their pods, where these run. */
export const runningPods = once((inventory: Inventory) => {
  const index = new LabelIndex<Workload>();
  for (const workload of inventory.workloads)
    index.add(placeOf(runsIn(workload)), runningLabels(workload), workload);
  return index;
});

/** Services, by their labels. */
export const services = once((inventory: Inventory) => {
  const index = new LabelIndex<Item>();
  for (const service of inventory.ofKind('Service'))
    index.add(placeOf(service), labelsAt(service.manifest, 'metadata', 'labels'), service);
  return index;
});
