import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';
import { budgetsOf } from './budgets.js';

const kinds = ['Deployment', 'StatefulSet', 'Rollout'];
const twoPods = deployment({ spec: 'replicas: 2' });

const none: Text = {
  en: 'it has <count> pods and no PodDisruptionBudget',
  fr: 'elle a <count> pods et pas de PodDisruptionBudget',
};
const several: Text = {
  en: 'its pods have <count> PodDisruptionBudgets: <names>',
  fr: 'ses pods ont <count> PodDisruptionBudgets : <names>',
};

const budget = `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: chess }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: chess } } }`;

export const budgetPresent: PodRule = {
  id: 'budget-present',
  title: {
    en: 'A workload with several pods has exactly one PodDisruptionBudget',
    fr: 'Une charge de plusieurs pods a exactement un PodDisruptionBudget',
  },
  why: {
    en: 'Without a PodDisruptionBudget all of its pods may be evicted at once when nodes are updated. With two, none of them can be evicted.',
    fr: 'Sans PodDisruptionBudget, tous ses pods peuvent être expulsés en même temps quand les nœuds sont mis à jour. Avec deux, aucun ne peut l’être.',
  },
  fix: {
    en: 'Add one PodDisruptionBudget with maxUnavailable: 1 that selects its pods',
    fr: 'Ajoutez un PodDisruptionBudget avec maxUnavailable: 1 qui sélectionne ses pods',
  },
  lists: [
    'kube-score/deployment-has-poddisruptionbudget',
    'kube-score/statefulset-has-poddisruptionbudget',
    'polaris/missingPodDisruptionBudget',
  ],
  kinds: 'workloads',
  applies: (item, inventory) => kinds.includes(item.manifest.kind) && scaleOf(item, inventory).least > 1,
  check: (item, inventory) => {
    const budgets = budgetsOf(inventory).get(item) ?? [];
    if (budgets.length === 0) return [fill(none, { count: scaleOf(item, inventory).least })];
    if (budgets.length === 1) return [];
    const names = budgets.map(({ manifest }) => manifest.metadata?.name).join(', ');
    return [
      {
        what: fill(several, { count: budgets.length, names }),
        fix: { en: 'Keep one of them', fr: 'Gardez-en un seul' },
      },
    ];
  },
  good: twoPods + budget,
  bad: twoPods,
  finds: ['it has 2 pods and no PodDisruptionBudget'],
};
