import type { PodRule } from '../engine/rule.js';
import { application } from '../examples/example-application.js';
import { deployment } from '../examples/examples.js';
import { isVirtual, runsIn } from '../facts/location.js';
import { closed } from '../facts/network-policies.js';

const example = (unit: string, namespace: string) => `${application('prod/chess', 'chess-prod')}---
${application(unit, namespace, 'host-parts')}---
# prod/chess/Deployment.chess.yaml
${deployment({})}---
# ${unit}/NetworkPolicy.chess-prod.yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: chess-prod }
spec:
  podSelector: { matchLabels: { vcluster.loft.sh/managed-by: prod, vcluster.loft.sh/namespace: chess-prod } }
  policyTypes: [Ingress, Egress]`;

export const podIsolated: PodRule = {
  id: 'pod-isolated',
  title: 'Each pod is closed to the network but for what a policy of its cluster allows',
  why: 'Without a NetworkPolicy any program of any club may talk to it, and one that is broken into may talk to all others.',
  fix: 'Add a NetworkPolicy for both Ingress and Egress that selects it where it runs; for apps the platform makes it, in namespace vcluster-<cluster> of the host',
  lists: [
    'kube-score/pod-networkpolicy',
    'kube-linter/non-isolated-pod',
    'polaris/missingNetworkPolicy',
    'nsa/C-0030',
    'nsa/C-0054',
  ],
  kinds: 'workloads',
  // Policies do not hold for pods in the network of their node.
  applies: ({ pod }) => pod.spec.hostNetwork !== true,
  check: (item, inventory) => {
    const directions = closed(inventory).get(item);
    const needed = inventory.isClub(item) ? ['Ingress', 'Egress'] : ['Ingress'];
    const open = needed.filter((each) => !directions?.has(each));
    if (open.length === 0) return [];
    const where = isVirtual(item.cluster) ? ` of namespace '${runsIn(item).namespace}' of the host` : '';
    return [`no NetworkPolicy${where} closes its ${open.join(' and ')}`];
  },
  good: example('host/chess-prod', 'vcluster-prod'),
  bad: example('prod/chess-policies', 'chess-prod'),
};
