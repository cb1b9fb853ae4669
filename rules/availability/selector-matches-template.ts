import { selects } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { labelsAt } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasSelector, isEmpty, readable, selectorAt } from '../facts/selector.js';

/** The kinds that must have a selector; a Job may have one. */
const must = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout'];

export const selectorMatchesTemplate: PodRule = {
  id: 'selector-matches-template',
  title: {
    en: 'A workload selects the pods that it creates',
    fr: 'Une charge de travail sélectionne les pods qu’elle crée',
  },
  why: {
    en: 'The API server refuses a Deployment whose selector does not match its own pods: nothing of it is deployed.',
    fr: 'Le serveur d’API refuse un Deployment dont le sélecteur ne correspond pas à ses propres pods : rien n’en est déployé.',
  },
  fix: {
    en: 'Give spec.selector.matchLabels only labels of spec.template.metadata.labels, with the same values',
    fr: 'Donnez à spec.selector.matchLabels seulement des labels de spec.template.metadata.labels, avec les mêmes valeurs',
  },
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
    if (isEmpty(selector)) return [{ en: 'it has no selector', fr: 'elle n’a pas de sélecteur' }];
    const labels = labelsAt(pod, 'labels');
    if (selects(selector, labels)) return [];
    const has = readable({ matchLabels: labels });
    return [
      {
        en: `it selects ${readable(selector)}, and its pods have ${isEmpty({ matchLabels: labels }) ? 'no labels' : has}`,
        fr: `elle sélectionne ${readable(selector)}, et ses pods ont ${isEmpty({ matchLabels: labels }) ? 'aucun label' : has}`,
      },
    ];
  },
  good: deployment({}),
  bad: deployment({}).replace('labels: { app: chess }', 'labels: { app: ches }'),
  finds: ['it selects app=chess, and its pods have app=ches'],
};
