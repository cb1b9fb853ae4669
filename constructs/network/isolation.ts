import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { dnsPorts, namespacePeer, onPort } from '../kube/peers.js';
import type { Cluster, HostService } from '../platform/cluster.js';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';

/** Address ranges that are not the public internet: private, loopback, link-local and carrier-grade NAT. */
const privateRanges = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
];

/** Whom an isolation shuts in. */
export interface IsolationProps {
  /** The name of the policy on the host. */
  readonly name: string;
  /** The cluster in which the pods are declared. */
  readonly cluster: Cluster;
  /** Their namespace there. */
  readonly namespace: string;
  /** The labels they are selected by there. */
  readonly podLabels: Readonly<Record<string, string>>;
}

/**
 * Shuts in the pods of one workload, by a NetworkPolicy on the host, where a tenant who is admin inside the virtual
 * cluster cannot remove it. They reach their DNS and nothing else; the rest is let through by name.
 */
export class Isolation extends Construct {
  private readonly ingress: k8s.NetworkPolicyIngressRule[] = [];
  private readonly egress: k8s.NetworkPolicyEgressRule[] = [];
  private readonly hostNamespace: string;
  private readonly pods: k8s.LabelSelector;

  constructor(hostPart: Unit, id: string, props: IsolationProps) {
    super(hostPart, id);
    const { cluster, namespace, podLabels } = props;
    this.hostNamespace = cluster.hostNamespace(namespace);
    this.pods = { matchLabels: cluster.hostPodLabels(namespace, podLabels) };
    this.egress.push({ to: [cluster.dns.peer], ports: dnsPorts(cluster.dns.port) });
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: props.name },
      spec: {
        podSelector: this.pods,
        policyTypes: ['Ingress', 'Egress'],
        ingress: Lazy.any({ produce: () => (this.ingress.length > 0 ? this.ingress : undefined) }) as never,
        egress: Lazy.any({ produce: () => this.egress }) as never,
      },
    });
  }

  /** Lets the ingress controller's proxies reach `port` of the pods. */
  admitIngressController(port: number): void {
    const { namespace, podLabels } = Platform.of(this).props.ingress;
    this.ingress.push({ from: [namespacePeer(namespace, podLabels)], ports: [onPort(port)] });
  }

  /** Lets the pods call these ports on the public internet, and nothing on a private network. */
  allowInternet(ports: readonly number[]): void {
    this.egress.push({
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: privateRanges } }],
      ports: ports.map((port) => onPort(port)),
    });
  }

  /** Lets the pods send what they measure to what takes in telemetry. */
  allowTelemetry(): void {
    const { namespace, podLabels, ports } = Platform.of(this).props.telemetry;
    this.egress.push({
      to: [namespacePeer(namespace, podLabels)],
      ports: Object.values(ports).map((port) => onPort(port)),
    });
  }

  /** Lets the pods call a service of the host. */
  allowHostService({ namespace, podLabels, port }: HostService): void {
    this.egress.push({ to: [namespacePeer(namespace, podLabels)], ports: [onPort(port)] });
  }

  /** Lets pods of the host call `port` of these. */
  admitFromHost({ namespace, podLabels, port }: Omit<HostService, 'service'>): void {
    this.ingress.push({ from: [namespacePeer(namespace, podLabels)], ports: [onPort(port)] });
  }

  /** Lets the pods call `port` of those with these labels, in the namespace of the host in which they run themselves. */
  allowBeside(podLabels: Readonly<Record<string, string>>, port: number): void {
    this.egress.push({ to: [{ podSelector: { matchLabels: podLabels } }], ports: [onPort(port)] });
  }

  /** Lets the pods reach each other. */
  allowWithin(): void {
    this.egress.push({ to: [{ podSelector: this.pods }] });
    this.ingress.push({ from: [{ podSelector: this.pods }] });
  }

  /** Lets these pods call `port` of those of `other`, on both sides. */
  allowTo(other: Isolation, port: number): void {
    this.egress.push({ to: [other.seenFrom(this)], ports: [onPort(port)] });
    other.ingress.push({ from: [this.seenFrom(other)], ports: [onPort(port)] });
  }

  private seenFrom(other: Isolation): k8s.NetworkPolicyPeer {
    return this.hostNamespace === other.hostNamespace
      ? { podSelector: this.pods }
      : namespacePeer(this.hostNamespace, this.pods.matchLabels);
  }
}
