import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { hostLabels } from '../../constructs/kube/vcluster-names.js';
import { ownLabels } from '../../constructs/values/labels.js';
import { host, type Inventory, type Item, type Workload } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { labelsAt, text } from '../engine/untyped.js';
import { LabelIndex } from './label-index.js';

type Place = Pick<Item, 'cluster' | 'namespace'>;

/** A namespace of a cluster, as one word. */
export const placeOf = ({ cluster, namespace }: Place): string => `${cluster}/${namespace}`;

/** Whether a cluster is a virtual one, rather than the host or a folder of which nothing is known. */
export const isVirtual = (cluster: string): boolean => cluster !== '' && cluster !== host;

/** Where pods that are declared at a place really run. */
export const runsIn = ({ cluster, namespace }: Place): Place =>
  isVirtual(cluster) ? { cluster: host, namespace: hostNamespace(cluster) } : { cluster, namespace };

/** Where to look for what the host lends to its virtual clusters: classes, issuers. */
export const lender = ({ cluster }: Place): Place => ({
  cluster: isVirtual(cluster) ? host : cluster,
  namespace: '',
});

/** Where an Application puts what it deploys. */
export const destinationOf = ({ manifest, cluster }: Item): Place => ({
  cluster: text(manifest, 'metadata', 'labels', ownLabels.cluster) || cluster,
  namespace: text(manifest, 'spec', 'destination', 'namespace'),
});

/** The labels of pods by which policies select and that virtual clusters copy to the host. */
const copied = ['app.kubernetes.io/name', ownLabels.preview];

/** The labels by which network policies know a pod where it runs. */
export function runningLabels({ cluster, namespace, pod }: Workload): Readonly<Record<string, string>> {
  const labels = labelsAt(pod, 'labels');
  if (!isVirtual(cluster)) return labels;
  const kept = copied.flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]]));
  return { ...hostLabels(cluster, namespace), ...Object.fromEntries(kept) };
}

/** What makes pods, by the labels of its pods, where it is declared. */
export const pods = once((inventory: Inventory) => {
  const index = new LabelIndex<Workload>();
  for (const workload of inventory.workloads)
    index.add(placeOf(workload), labelsAt(workload.pod, 'labels'), workload);
  return index;
});

/** What makes pods, by the labels of its pods, where they run. */
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
