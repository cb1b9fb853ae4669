import type { Inventory, Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { application } from '../examples/example-application.js';

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/** Whether a rule of a NetworkPolicy allows everything: it names no peer, or all addresses, including private ones. */
const isOpen = (rule: unknown, side: 'from' | 'to'): boolean => {
  const peers = list(rule, side);
  return (
    peers.length === 0 ||
    peers.some(
      (peer) =>
        Object.keys(peer).length === 0 ||
        (everywhere.has(text(peer, 'ipBlock', 'cidr')) && !hasExceptions(peer)),
    )
  );
};
const hasExceptions = (peer: unknown): boolean => {
  const block = (peer as { ipBlock?: { except?: unknown } }).ipBlock;
  return Array.isArray(block?.except) && block.except.length > 0;
};

const isOfApp = (item: Item, inventory: Inventory): boolean =>
  inventory.deploymentOf(item)?.project === 'host-parts';

const policy = (egress: string) => `${application('host/chess-prod', 'vcluster-prod', 'host-parts')}---
# host/chess-prod/NetworkPolicy.chess-prod.yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: chess-prod }
spec:
  podSelector: { matchLabels: { app: chess } }
  policyTypes: [Egress]
  egress: [${egress}]`;

export const networkPolicyNarrow: ObjectRule = {
  id: 'network-policy-narrow',
  title: {
    en: 'The NetworkPolicy of an app names whom it allows',
    fr: 'La NetworkPolicy d’une application nomme ceux qu’elle permet',
  },
  why: {
    en: 'A rule that allows everybody lets an attacker who controls the app reach the servers, the other clubs and the storage.',
    fr: 'Une règle qui permet tout laisse un attaquant qui contrôle l’application atteindre les serveurs, les autres clubs et le stockage.',
  },
  fix: {
    en: 'Name whom it calls: calls, uses, or internet: true for the public internet',
    fr: 'Nommez qui elle appelle : calls, uses, ou internet: true pour l’internet public',
  },
  kinds: ['NetworkPolicy'],
  applies: isOfApp,
  check: ({ manifest }) => [
    ...(list(manifest, 'spec', 'ingress').some((rule) => isOpen(rule, 'from'))
      ? [{ en: 'it allows ingress from everywhere', fr: 'elle permet les connexions entrantes de partout' }]
      : []),
    ...(list(manifest, 'spec', 'egress').some((rule) => isOpen(rule, 'to'))
      ? [
          {
            en: 'it allows egress to everywhere',
            fr: 'elle permet les connexions sortantes vers n’importe où',
          },
        ]
      : []),
  ],
  good: policy('{ to: [{ podSelector: { matchLabels: { app: mail } } }] }'),
  bad: policy('{}'),
  finds: ['it allows egress to everywhere'],
};
