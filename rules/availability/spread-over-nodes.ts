import { type Pod, type Selector, selects } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

const several = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout']);

const constraint = (app: string): string =>
  `topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: kubernetes.io/hostname\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector: { matchLabels: { app: ${app} } }`;

export const spreadOverNodes: PodRule = {
  id: 'spread-over-nodes',
  title: 'Several pods of the same are on several nodes',
  why: 'Two pods on one node are no better than one: when the node restarts, the site is away.',
  fix: 'Add a topologySpreadConstraint on kubernetes.io/hostname that selects its own pods, as apps with replicas have',
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
    const selectors = apart(item.pod);
    if (selectors.some((selector) => selector && selects(selector, item.pod.labels))) return [];
    if (selectors.length > 0) return ['it is spread over nodes by labels that its own pods do not have'];
    return [`nothing keeps its ${scaleOf(item, inventory).most} pods from being on one node`];
  },
  good: deployment({ spec: 'replicas: 2', pod: constraint('chess') }),
  bad: deployment({ spec: 'replicas: 2', pod: constraint('ches') }),
};

/** What selects the pods that are kept on different nodes, of each way in which it is said. */
function apart({ spec }: Pod): (Selector | null | undefined)[] {
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
