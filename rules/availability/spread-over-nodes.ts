import { fill, type Text } from '../../constructs/refusals/text.js';
import { type Pod, type Selector, selects } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

const several = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout']);

const constraint = (app: string): string =>
  `topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: kubernetes.io/hostname\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector: { matchLabels: { app: ${app} } }`;

const wrongLabels: Text = {
  en: 'it is spread over nodes by labels that its own pods do not have',
  fr: 'elle est répartie sur les nœuds selon des labels que ses propres pods n’ont pas',
};
const together: Text = {
  en: 'nothing keeps its <count> pods from running on the same node',
  fr: 'rien n’empêche ses <count> pods de tourner sur le même nœud',
};

export const spreadOverNodes: PodRule = {
  id: 'spread-over-nodes',
  title: {
    en: 'The pods of a workload are spread over several nodes',
    fr: 'Les pods d’une charge de travail sont répartis sur plusieurs nœuds',
  },
  why: {
    en: 'Two pods on the same node do not help: when the node restarts, the site is down.',
    fr: 'Deux pods sur le même nœud ne servent à rien : quand le nœud redémarre, le site est indisponible.',
  },
  fix: {
    en: 'Add a topologySpreadConstraint on kubernetes.io/hostname that selects its own pods, as apps with replicas have',
    fr: 'Ajoutez une topologySpreadConstraint sur kubernetes.io/hostname qui sélectionne ses propres pods, comme en ont les applications avec replicas',
  },
  lists: [
    'kube-score/deployment-has-host-podantiaffinity',
    'kube-score/statefulset-has-host-podantiaffinity',
    'kube-score/pod-topology-spread-constraints',
    'kube-linter/no-anti-affinity',
    'polaris/topologySpreadConstraint',
  ],
  kinds: 'workloads',
  applies: (item, inventory) => several.has(item.manifest.kind) && scaleOf(item, inventory).most > 1,
  check: (item, inventory) => {
    const selectors = spreadSelectors(item.pod);
    if (selectors.some((selector) => selector && selects(selector, item.pod.labels))) return [];
    if (selectors.length > 0) return [wrongLabels];
    return [fill(together, { count: scaleOf(item, inventory).most })];
  },
  good: deployment({ spec: 'replicas: 2', pod: constraint('chess') }),
  bad: deployment({ spec: 'replicas: 2', pod: constraint('ches') }),
  finds: ['it is spread over nodes by labels that its own pods do not have'],
};

/** The selectors of the constraints and affinities that keep pods on different nodes. */
function spreadSelectors({ spec }: Pod): (Selector | null | undefined)[] {
  const against = spec.affinity?.podAntiAffinity;
  const terms = [
    ...listOf(spec.topologySpreadConstraints),
    ...listOf(against?.requiredDuringSchedulingIgnoredDuringExecution),
    ...listOf(against?.preferredDuringSchedulingIgnoredDuringExecution).map((each) => each.podAffinityTerm),
  ];
  return terms
    .filter((term) => term?.topologyKey === 'kubernetes.io/hostname')
    .map((term) => term?.labelSelector);
}
