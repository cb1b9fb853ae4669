import type { k8s } from 'cdk8s-plus-28';
import { namespacePeer } from '../kube/peers.js';
import { previewHostLabels } from '../kube/vcluster-names.js';

/** Where a unit lands, and how what lives there is known on the host cluster. */
export interface Cluster {
  /** The folder of `dist/` for this cluster: `host`, `prod`, … */
  readonly clusterName: string;
  /** Whether it is a virtual cluster on the host. */
  readonly isVirtual: boolean;
  /** What Argo CD calls the cluster in `destination.name`. */
  readonly destination: string;
  /** The namespace of the host in which pods of `namespace` run. */
  hostNamespace(namespace: string): string;
  /**
   * The labels by which the host knows the pods of `namespace`, within `hostNamespace(namespace)`: all of them, or
   * those with `podLabels`, of which only `app.kubernetes.io/name` keeps its name everywhere.
   */
  hostPodLabels(namespace: string, podLabels?: Readonly<Record<string, string>>): Record<string, string>;
  /** What the host calls the object `name` of `namespace`. */
  hostName(name: string, namespace: string): string;
  /** Who answers the DNS questions of its pods, seen from the host, and on which port. */
  readonly dns: { readonly peer: k8s.NetworkPolicyPeer; readonly port: number };
}

/** A service of the host that something inside a virtual cluster may call, under the same name as on the host. */
export interface HostService {
  readonly service: string;
  readonly namespace: string;
  /** The labels of its pods. */
  readonly podLabels: Record<string, string>;
  /** The port on which it and its pods listen. */
  readonly port: number;
}

/**
 * A cluster, as previews of an app land on it: the host knows their pods by the app, because their namespaces come and
 * go. So the previews of one app are not walled off from each other, where its programs call each other.
 */
export const forPreviews = (cluster: Cluster, app: string): Cluster => ({
  clusterName: cluster.clusterName,
  isVirtual: cluster.isVirtual,
  destination: cluster.destination,
  dns: cluster.dns,
  hostNamespace: (namespace) => cluster.hostNamespace(namespace),
  hostName: (name, namespace) => cluster.hostName(name, namespace),
  hostPodLabels: (_, podLabels) => ({ ...previewHostLabels(cluster.clusterName, app), ...podLabels }),
});

/** The bare-metal cluster that carries the system services. Argo CD runs on it and knows it as `in-cluster`. */
export class HostCluster implements Cluster {
  readonly isVirtual = false;
  readonly destination = 'in-cluster';
  readonly dns = { peer: namespacePeer('kube-system', { 'k8s-app': 'kube-dns' }), port: 53 };

  constructor(readonly clusterName = 'host') {}

  hostNamespace(namespace: string): string {
    return namespace;
  }

  hostPodLabels(_: string, podLabels: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { ...podLabels };
  }

  hostName(name: string): string {
    return name;
  }
}
