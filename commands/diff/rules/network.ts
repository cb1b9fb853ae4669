import type { Manifest } from '../../../constructs/kube/manifest.js';
import type { Change, Comparison } from '../changes.js';
import { isBelow, printed } from '../fields.js';
import { more, nameOf, type Rules } from './rule.js';

type Selector = { readonly matchLabels?: Readonly<Record<string, string>> };
interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
interface Port {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}
interface Policy {
  readonly podSelector?: Selector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly Port[] }[];
  readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports?: readonly Port[] }[];
}

const specOf = (manifest: Manifest | undefined): Policy | undefined =>
  manifest?.kind === 'NetworkPolicy' ? ((manifest['spec'] ?? {}) as Policy) : undefined;

const labelsText = (selector: Selector): string =>
  Object.entries(selector.matchLabels ?? {})
    .map(([key, value]) => `${key.split('/').at(-1)}=${value}`)
    .sort()
    .join(' ') || (printed(selector) === '{}' ? 'any' : printed(selector));

function peerText({ ipBlock, podSelector, namespaceSelector }: Peer): string {
  if (ipBlock) {
    const except = ipBlock.except?.length ? ` except ${[...ipBlock.except].sort().join(' ')}` : '';
    return `${/\/0$/.test(ipBlock.cidr) ? 'the internet ' : ''}${ipBlock.cidr}${except}`;
  }
  const pods = podSelector ? `pods ${labelsText(podSelector)}` : 'pods any';
  return namespaceSelector ? `${pods} of namespaces ${labelsText(namespaceSelector)}` : pods;
}

const portText = ({ port = 'any', endPort, protocol = 'TCP' }: Port): string =>
  `${port}${endPort ? `-${endPort}` : ''}/${protocol}`;

const typesOf = ({ policyTypes, egress }: Policy): readonly string[] =>
  policyTypes ?? ['Ingress', ...(egress ? ['Egress'] : [])];

/** `egress to pods app=db on 5432/TCP`: all that a policy allows. */
function allowed(spec: Policy | undefined): string[] {
  if (!spec) return [];
  const types = typesOf(spec);
  const tell = (way: string, peers: readonly Peer[] = [], ports: readonly Port[] = []) =>
    (peers.length > 0 ? peers.map(peerText) : ['anyone']).flatMap((peer) =>
      (ports.length > 0 ? ports.map(portText) : ['any port']).map((port) => `${way} ${peer} on ${port}`),
    );
  return [
    ...(types.includes('Ingress')
      ? (spec.ingress ?? []).flatMap((rule) => tell('ingress from', rule.from, rule.ports))
      : tell('ingress from')),
    ...(types.includes('Egress')
      ? (spec.egress ?? []).flatMap((rule) => tell('egress to', rule.to, rule.ports))
      : tell('egress to')),
  ];
}

/** Whether what a removed policy protected goes as well. */
function goesToo({ before }: Change, comparison: Comparison): boolean {
  if (!before) return false;
  if (!comparison.after.has(`${before.cluster}/${before.unit}`)) return true;
  const labels = specOf(before.manifest)?.podSelector?.matchLabels ?? {};
  const name = labels['app.kubernetes.io/name'];
  const namespace = labels['vcluster.loft.sh/namespace'] ?? before.namespace;
  return comparison.changes.some(
    ({ action, resource }) =>
      action === 'removed' &&
      ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout', 'Job', 'CronJob'].includes(resource.kind) &&
      resource.name === name &&
      resource.namespace === namespace,
  );
}

/** Who may talk to whom. */
export const network = {
  'network-policy-removed': (change, comparison) =>
    change.action === 'removed' && specOf(change.before?.manifest) && !goesToo(change, comparison)
      ? [`${nameOf(change)} is deleted`]
      : [],

  'network-policy-widened': (change, comparison) => {
    const [was, is] = [specOf(change.before?.manifest), specOf(change.after?.manifest)];
    // A new policy only opens what another one closed before: not in a unit that is new itself.
    const isNew = !comparison.before.has(`${change.resource.cluster}/${change.resource.unit}`);
    if (!is || (!was && isNew)) return [];
    const others = change.fields.some((field) => isBelow(field, 'spec.podSelector'))
      ? [`${nameOf(change)} selects other pods; those it leaves are open`]
      : [];
    const old = allowed(was ?? { policyTypes: typesOf(is) });
    return [...others, ...more(old, allowed(is)).map((what) => `${nameOf(change)} allows ${what}`)];
  },

  'network-policy-narrowed': (change) => {
    const [was, is] = [specOf(change.before?.manifest), specOf(change.after?.manifest)];
    return was && is
      ? more(allowed(is), allowed(was)).map((what) => `${nameOf(change)} no longer allows ${what}`)
      : [];
  },
} satisfies Rules;
