import { selects } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { labelsAt } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasSelector, isEmpty, readable, selectorAt } from '../facts/selector.js';

/** The kinds that must say which pods are theirs; a Job may. */
const must = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout'];

export const selectorMatchesTemplate: PodRule = {
  id: 'selector-matches-template',
  title: 'What makes pods selects the pods that it makes',
  why: 'The API server refuses a Deployment whose selector does not fit its own pods: nothing of it is deployed.',
  fix: 'Give spec.selector.matchLabels labels that spec.template.metadata.labels has, with the same values',
  lists: [
    'kube-score/deployment-pod-selector-labels-match-template-metadata-labels',
    'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels',
    'kube-linter/mismatching-selector',
  ],
  kinds: 'workloads',
  applies: ({ manifest }) =>
    must.includes(manifest.kind) || (manifest.kind === 'Job' && hasSelector(manifest, 'spec', 'selector')),
  check: ({ manifest, pod }) => {
    const selector = selectorAt(manifest, 'spec', 'selector');
    if (isEmpty(selector)) return ['it has no selector'];
    const labels = labelsAt(pod, 'labels');
    if (selects(selector, labels)) return [];
    const has = readable({ matchLabels: labels });
    return [`it selects ${readable(selector)}, its pods have ${has === 'everything' ? 'no labels' : has}`];
  },
  good: deployment({}),
  bad: deployment({}).replace('labels: { app: chess }', 'labels: { app: ches }'),
};
