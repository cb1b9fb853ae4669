import { fill, type Text } from '../../constructs/refusals/text.js';
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

const openHere: Text = {
  en: 'no NetworkPolicy restricts its <directions>',
  fr: 'aucune NetworkPolicy ne restreint son <directions>',
};
const openOnHost: Text = {
  en: "no NetworkPolicy in namespace '<namespace>' of the host restricts its <directions>",
  fr: 'aucune NetworkPolicy dans le namespace « <namespace> » de l’hôte ne restreint son <directions>',
};

export const podIsolated: PodRule = {
  id: 'pod-isolated',
  title: {
    en: 'Each pod has a NetworkPolicy for its incoming and outgoing connections',
    fr: 'Chaque pod a une NetworkPolicy pour ses connexions entrantes et sortantes',
  },
  why: {
    en: 'Without a NetworkPolicy any program of any club may connect to it, and an attacker who controls it may connect to all others.',
    fr: 'Sans NetworkPolicy, tout programme de tout club peut s’y connecter, et un attaquant qui le contrôle peut se connecter à tous les autres.',
  },
  fix: {
    en: 'Add a NetworkPolicy for Ingress and Egress that selects it where it runs; for apps the platform makes it, in namespace vcluster-<cluster> of the host',
    fr: 'Ajoutez une NetworkPolicy pour Ingress et Egress qui le sélectionne là où il tourne ; pour les applications, la plateforme la crée dans le namespace vcluster-<cluster> de l’hôte',
  },
  lists: [
    'kube-score/pod-networkpolicy',
    'kube-linter/non-isolated-pod',
    'polaris/missingNetworkPolicy',
    'nsa/C-0030',
    'nsa/C-0054',
  ],
  kinds: 'workloads',
  // NetworkPolicies do not apply to pods in the network of their node.
  applies: ({ pod }) => pod.spec.hostNetwork !== true,
  check: (item, inventory) => {
    const restricted = closed(inventory).get(item);
    const needed = inventory.isClub(item) ? ['Ingress', 'Egress'] : ['Ingress'];
    const open = needed.filter((each) => !restricted?.has(each));
    if (open.length === 0) return [];
    const { namespace } = runsIn(item);
    const directions = { en: open.join(' and '), fr: open.join(' et ') };
    return [fill(isVirtual(item.cluster) ? openOnHost : openHere, { directions, namespace })];
  },
  good: example('host/chess-prod', 'vcluster-prod'),
  bad: example('prod/chess-policies', 'chess-prod'),
  finds: ["no NetworkPolicy in namespace 'vcluster-prod' of the host restricts its Ingress and Egress"],
};
