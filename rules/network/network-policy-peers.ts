import type { ObjectRule } from '../engine/rule.js';
import { list } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { isVirtual, placeOf, runningPods } from '../facts/location.js';
import { mayBeUnseen } from '../facts/network-policies.js';
import { selectorAt } from '../facts/selector.js';
import { peerFaults, portFaults } from './policy-peers.js';

const example = (
  port: number,
  app: string,
) => `${deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' })}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: chess }
spec:
  podSelector: { matchLabels: { app: chess } }
  ingress: [{ ports: [{ port: ${port} }], from: [{ podSelector: { matchLabels: { app: ${app} } } }] }]`;

export const networkPolicyPeers: ObjectRule = {
  id: 'network-policy-peers',
  title: {
    en: 'A NetworkPolicy allows pods, namespaces and ports that exist',
    fr: 'Une NetworkPolicy permet des pods, des namespaces et des ports qui existent',
  },
  why: {
    en: 'A misspelled peer or port allows nothing: connections fail, and no error says why.',
    fr: 'Un pair ou un port mal écrit ne permet rien : les connexions échouent, et aucune erreur ne dit pourquoi.',
  },
  fix: {
    en: 'Name a namespace, labels and a port of the other side, or use calls and uses in apps/*.ts',
    fr: 'Nommez un namespace, des labels et un port de l’autre côté, ou utilisez calls et uses dans apps/*.ts',
  },
  lists: ['kube-linter/dangling-networkpolicypeer-podselector'],
  kinds: ['NetworkPolicy'],
  applies: ({ cluster }) => !isVirtual(cluster),
  check: (item, inventory) => {
    const selector = selectorAt(item.manifest, 'spec', 'podSelector');
    const isSeen = !mayBeUnseen(inventory, item, selector);
    const own = isSeen ? [...runningPods(inventory).find(placeOf(item), selector)] : [];
    return [
      ...list(item.manifest, 'spec', 'ingress').flatMap((rule) => [
        ...peerFaults(rule, 'from', item, inventory),
        ...(own.length > 0 ? portFaults(rule, own) : []),
      ]),
      ...list(item.manifest, 'spec', 'egress').flatMap((rule) => peerFaults(rule, 'to', item, inventory)),
    ];
  },
  good: example(8080, 'chess'),
  bad: example(8080, 'ches'),
  finds: ['it allows the labels app=ches, which no pod has'],
};
