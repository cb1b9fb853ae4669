import { k8s } from 'cdk8s-plus-28';
import { namespacePeer, onPort } from '../kube/peers.js';
import type { Unit } from '../platform/unit.js';

/** Who, from outside the namespace, may call a system service. */
export interface Admission {
  /**
   * `'ingress'` is the ingress controller; `'anyone'` is everyone, as a webhook needs, which the API server calls
   * from the addresses of its nodes; else the names of namespaces.
   */
  readonly from: 'ingress' | 'anyone' | readonly string[];
  /** The ports of the pods, not of the Service. @default - all */
  readonly ports?: readonly number[];
}

/** Closes a system service's namespace to all others but those that are admitted. What its pods call is not limited. */
export function isolateService(unit: Unit, admissions: readonly Admission[], ingressNamespace: string): void {
  const rules = admissions.map(({ from, ports }): k8s.NetworkPolicyIngressRule => {
    const namespaces = from === 'ingress' ? [ingressNamespace] : from;
    return {
      from: namespaces === 'anyone' ? undefined : namespaces.map((name) => namespacePeer(name)),
      ports: ports?.map((port) => onPort(port)),
    };
  });
  new k8s.KubeNetworkPolicy(unit, 'isolation', {
    metadata: { name: 'isolation' },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: {} }] }, ...rules],
    },
  });
}
