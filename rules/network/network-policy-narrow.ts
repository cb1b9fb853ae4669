import type { Inventory, Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { application } from '../examples/example-application.js';

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/** Whether a rule of a policy lets everything through: it names nobody, or every address, private ones too. */
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
  title: 'A policy of an app opens a door to somebody, not to everybody',
  why: 'A rule without a peer lets an app that is broken into reach the servers, the other clubs and the storage.',
  fix: 'Name whom it calls: calls, uses, or internet: true for the public internet',
  kinds: ['NetworkPolicy'],
  applies: isOfApp,
  check: ({ manifest }) => [
    ...(list(manifest, 'spec', 'ingress').some((rule) => isOpen(rule, 'from'))
      ? ['it lets everybody in']
      : []),
    ...(list(manifest, 'spec', 'egress').some((rule) => isOpen(rule, 'to'))
      ? ['it lets it out to everywhere']
      : []),
  ],
  good: policy('{ to: [{ podSelector: { matchLabels: { app: mail } } }] }'),
  bad: policy('{}'),
};
