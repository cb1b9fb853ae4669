import { k8s } from 'cdk8s-plus-28';
import { Cluster as ArgoCluster } from '../../imports/cluster-cluster.argocd.crossplane.io.js';
import { argocdNamespace } from '../argocd/argocd.js';
import type { ChartPin } from '../argocd/helm-source.js';
import { hostNamespace } from '../kube/host-namespace.js';
import { dnsPorts, namespacePeer, onPort } from '../kube/peers.js';
import { hostLabels, hostName } from '../kube/vcluster-names.js';
import type { Isolation } from '../network/isolation.js';
import type { Cluster, HostService } from '../platform/cluster.js';
import type { Component, Platform } from '../platform/platform.js';
import { assertShape } from '../problems/shape.js';
import { NamespaceQuota } from '../service/namespace-quota.js';
import { SystemService } from '../service/system-service.js';
import { ownLabels } from '../values/labels.js';
import { Mark } from '../values/mark.js';
import { excludeLabel } from '../workload/backup.js';

/** Port on which the pods of vcluster's CoreDNS listen (`charts/k3s/templates/_coredns.tpl` of 0.19). */
const coreDnsPort = 1053;
/** Port on which vcluster's pod serves the API (`charts/k3s/templates/service.yaml`). */
const apiPort = 8443;
/** Port on which the host's DNS listens. */
const hostDnsPort = 53;

/** A virtual cluster. */
export interface VirtualClusterProps {
  /** The vcluster chart, pinned. Its values are those of 0.19; at 0.20 they change. */
  readonly chart: ChartPin;
  /** The image of its Kubernetes. */
  readonly image: string;
  /** The services that must be healthy first. @default - none */
  readonly dependsOn?: readonly Component[];
  /**
   * How much of the host all of it may take together, its control plane included, in the words of a ResourceQuota.
   * @default - whatever there is
   */
  readonly quota?: Readonly<Record<string, string>>;
  /** `false` takes it off the host, and with it all that runs inside. @default true */
  readonly enabled?: boolean;
}

const virtualClusters = new Mark<VirtualCluster>();

/**
 * A virtual cluster in host namespace `vcluster-<name>`, and its registration in Argo CD under its name.
 *
 * It syncs Ingresses, claims, disruption budgets and service accounts to the host, sees the host's ingress
 * and storage classes, and autoscales by the host's metrics. On the host its pods reach nothing but DNS until
 * an app's isolation says more.
 */
export class VirtualCluster extends SystemService implements Cluster {
  /** Whether `cluster` is a virtual one. Not `instanceof`: cdk8s makes that true of every Chart. */
  static isVirtualCluster(cluster: Cluster): cluster is VirtualCluster {
    return virtualClusters.isOn(cluster);
  }

  readonly isVirtual = true;
  readonly clusterName: string;
  readonly destination: string;
  readonly dns;
  /** The address that Argo CD uses: a name inside the host cluster, which is among the certificate's names. */
  readonly server: string;
  /** The services of the host that it shows inside, by the names that they have on both sides. */
  private readonly shown: { from: string; to: string }[];

  constructor(platform: Platform, name: string, props: VirtualClusterProps) {
    assertShape('VirtualCluster', props);
    const namespace = hostNamespace(name);
    const address = `${name}.${namespace}.svc`;
    const server = `https://${address}`;
    const extraArgs = [
      `--out-kube-config-server=${server}`,
      `--tls-san=${address}`,
      // By which a pod joins the mesh: Kuma on the host sees no label that is not copied.
      '--sync-labels=kuma.io/sidecar-injection',
      // By which isolation tells the workloads of one app apart.
      '--sync-labels=app.kubernetes.io/name',
      // By which isolation knows previews, whose namespaces nobody can know beforehand.
      `--sync-labels=${ownLabels.preview}`,
      // By which Velero on the host leaves volumes out.
      `--sync-labels=${excludeLabel}`,
      // It would start every pod of a StatefulSet with a container that rewrites /etc/hosts.
      '--override-hosts=false',
    ];
    // What takes in telemetry, under the name that it has on the host.
    const { telemetry } = platform.props;
    const fromHost = [bothSides(telemetry)];
    const values = {
      ...vclusterValues(props.image, true),
      syncer: { extraArgs },
      mapServices: { fromHost },
    };
    super(platform, namespace, {
      podSecurity: 'baseline',
      dependsOn: props.dependsOn,
      enabled: props.enabled,
      charts: [{ chart: props.chart, releaseName: name, values }],
    });
    virtualClusters.put(this);
    this.shown = fromHost;
    this.clusterName = name;
    this.destination = name;
    this.server = server;
    this.dns = {
      peer: { podSelector: { matchLabels: this.hostPodLabels('kube-system') } },
      port: coreDnsPort,
    };
    if (this.enabled) platform.addCluster(this);

    const registration = new ArgoCluster(this, 'registration', {
      metadata: { name },
      spec: {
        forProvider: {
          name,
          server,
          // vcluster itself writes this Secret, whose address it takes from --out-kube-config-server.
          config: { kubeconfigSecretRef: { name: `vc-${name}`, namespace, key: 'config' } },
        },
        providerConfigRef: { name: 'argocd' },
      },
    });
    this.shutIn(name);
    if (props.quota) new NamespaceQuota(this, 'whole', props.quota);
    this.node.addValidation({ validate: () => this.addressFaults(registration, extraArgs) });
  }

  /** The address that vcluster exports, those in its certificate and the registered one must be one and the same. */
  private addressFaults(registration: ArgoCluster, args: readonly string[]): string[] {
    const { server } = registration.toJson().spec.forProvider;
    const given = (flag: string) =>
      args.filter((arg) => arg.startsWith(`--${flag}=`)).map((arg) => arg.slice(flag.length + 3));
    const { hostname } = new URL(server);
    const faults: string[] = [];
    if (!given('out-kube-config-server').includes(server)) {
      faults.push(`Argo CD knows it as '${server}', its kubeconfig as '${given('out-kube-config-server')}'`);
    }
    if (!given('tls-san').includes(hostname)) {
      faults.push(`its certificate does not name '${hostname}', by which Argo CD calls it`);
    }
    return faults;
  }

  hostNamespace(): string {
    return this.destinationNamespace;
  }

  hostPodLabels(namespace: string, podLabels?: Readonly<Record<string, string>>): Record<string, string> {
    return { ...hostLabels(this.clusterName, namespace), ...podLabels };
  }

  hostName(name: string, namespace: string): string {
    return hostName(name, namespace, this.clusterName);
  }

  /** Has a service of the host be there inside, under the name and namespace that it has on the host. */
  show(service: Pick<HostService, 'service' | 'namespace'>): void {
    this.shown.push(bothSides(service));
  }

  /** Lets pods inside call the API of the virtual cluster. */
  admitToApi(isolation: Isolation, namespace: string, podLabels: Readonly<Record<string, string>>): void {
    isolation.allowBeside(this.controlPlane, apiPort);
    const from = [{ podSelector: { matchLabels: this.hostPodLabels(namespace, podLabels) } }];
    new k8s.KubeNetworkPolicy(this, `api ${namespace}`, {
      metadata: { name: `control-plane-${namespace}` },
      spec: {
        podSelector: { matchLabels: this.controlPlane },
        policyTypes: ['Ingress'],
        ingress: [{ from, ports: [onPort(apiPort)] }],
      },
    });
  }

  private get controlPlane(): Record<string, string> {
    return { app: 'vcluster', release: this.clusterName };
  }

  /** Its namespace is shared by the pods of all apps inside: each kind of pod has a policy of its own, below. */
  protected override isolate(): void {}

  /** What holds for every pod of the virtual cluster, declared app or not: DNS, and nothing else. */
  private shutIn(name: string): void {
    const all = { matchLabels: { 'vcluster.loft.sh/managed-by': name } };
    const coreDns = { matchLabels: this.hostPodLabels('kube-system') };
    const controlPlane = { matchLabels: this.controlPlane };
    new k8s.KubeNetworkPolicy(this, 'default-deny', {
      metadata: { name: 'default-deny' },
      spec: {
        podSelector: all,
        policyTypes: ['Ingress', 'Egress'],
        egress: [{ to: [{ podSelector: coreDns }], ports: dnsPorts(coreDnsPort) }],
      },
    });
    new k8s.KubeNetworkPolicy(this, 'control-plane', {
      metadata: { name: 'control-plane' },
      spec: {
        podSelector: controlPlane,
        policyTypes: ['Ingress'],
        ingress: [
          { from: [namespacePeer(argocdNamespace), { podSelector: coreDns }], ports: [onPort(apiPort)] },
        ],
      },
    });
    new k8s.KubeNetworkPolicy(this, 'coredns', {
      metadata: { name: 'coredns' },
      spec: {
        podSelector: coreDns,
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: all }], ports: dnsPorts(coreDnsPort) }],
        egress: [
          { to: [{ podSelector: controlPlane }], ports: [onPort(apiPort)] },
          { to: [namespacePeer('kube-system', { 'k8s-app': 'kube-dns' })], ports: dnsPorts(hostDnsPort) },
        ],
      },
    });
  }
}

const bothSides = ({ namespace, service }: Pick<HostService, 'service' | 'namespace'>) => {
  const name = `${namespace}/${service}`;
  return { from: name, to: name };
};

/** The values of every virtual cluster that differ from the chart's own (vcluster 0.19, distribution k3s). */
export const vclusterValues = (image: string, isPublic: boolean) => ({
  vcluster: { image },
  sync: {
    ingresses: { enabled: isPublic },
    // Apps inside name the host's classes; they neither make nor change them.
    ingressclasses: { enabled: true },
    hoststorageclasses: { enabled: true },
    poddisruptionbudgets: { enabled: true },
    priorityclasses: { enabled: true },
    // Vault on the host knows a pod by its service account.
    serviceaccounts: { enabled: true },
  },
  // The metrics by which an app inside is autoscaled are the host's.
  proxy: { metricsServer: { nodes: { enabled: true }, pods: { enabled: true } } },
});
