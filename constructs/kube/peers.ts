import { k8s } from 'cdk8s-plus-28';

/** DNS by both of its protocols. */
export const dnsPorts = (port: number): k8s.NetworkPolicyPort[] =>
  ['UDP', 'TCP'].map((protocol) => onPort(port, protocol));

/** One port. */
export const onPort = (port: number, protocol = 'TCP'): k8s.NetworkPolicyPort => ({
  port: k8s.IntOrString.fromNumber(port),
  protocol,
});

/** Pods with these labels in the namespace of this name; all of its pods if no labels are given. */
export const namespacePeer = (name: string, podLabels?: Record<string, string>): k8s.NetworkPolicyPeer => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  ...(podLabels && { podSelector: { matchLabels: podLabels } }),
});
