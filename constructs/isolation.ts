import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Cluster } from './cluster.js';
import { dnsPorts, namespacePeer, onPort } from './network-peers.js';
import { Platform } from './platform.js';
import type { Unit } from './unit.js';

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
}

/**
 * Shuts in all pods of a namespace, by a NetworkPolicy on the host, where a tenant who is admin inside the
 * virtual cluster cannot remove it. They reach each other and their DNS; the rest is let through by name.
 */
export class Isolation extends Construct {
  private readonly ingress: k8s.NetworkPolicyIngressRule[] = [];
  private readonly egress: k8s.NetworkPolicyEgressRule[] = [];

  constructor(hostPart: Unit, id: string, props: IsolationProps) {
    super(hostPart, id);
    const pods = { matchLabels: props.cluster.hostPodLabels(props.namespace) };
    const { dns } = props.cluster;
    this.ingress.push({ from: [{ podSelector: pods }] });
    this.egress.push({ to: [{ podSelector: pods }] }, { to: [dns.peer], ports: dnsPorts(dns.port) });
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: props.name },
      spec: {
        podSelector: pods,
        policyTypes: ['Ingress', 'Egress'],
        ingress: Lazy.any({ produce: () => this.ingress }) as k8s.NetworkPolicyIngressRule[],
        egress: Lazy.any({ produce: () => this.egress }) as k8s.NetworkPolicyEgressRule[],
      },
    });
  }

  /** Lets the ingress controller's proxies reach `port` of the pods. */
  admitIngressController(port: number): void {
    const { namespace, podLabels } = Platform.of(this).props.ingress;
    this.ingress.push({
      from: [namespacePeer(namespace, podLabels)],
      ports: [onPort(port)],
    });
  }

  /** Lets the pods call HTTPS services on the public internet, and nothing on a private network. */
  allowInternet(): void {
    this.egress.push({
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: privateRanges } }],
      ports: [onPort(443)],
    });
  }
}
