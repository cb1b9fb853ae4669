import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';
import { budgetsOf } from './budgets.js';

const kinds = ['Deployment', 'StatefulSet', 'Rollout'];
const several = deployment({ spec: 'replicas: 2' });
const budget = `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: chess }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: chess } } }`;

export const budgetPresent: PodRule = {
  id: 'budget-present',
  title: 'What has several pods says how many of them may go at once, in one place',
  why: 'Without a PodDisruptionBudget all of its pods may be evicted together when nodes are updated. With two, none of them can be.',
  fix: 'Add one PodDisruptionBudget with maxUnavailable: 1 that selects its pods',
  lists: [
    'kube-score/deployment-has-poddisruptionbudget',
    'kube-score/statefulset-has-poddisruptionbudget',
    'polaris/missingPodDisruptionBudget',
  ],
  kinds: 'workloads',
  applies: (item, inventory) => kinds.includes(item.manifest.kind) && scaleOf(item, inventory).least > 1,
  check: (item, inventory) => {
    const budgets = budgetsOf(inventory).get(item) ?? [];
    if (budgets.length === 0)
      return [`it has ${scaleOf(item, inventory).least} pods and no disruption budget`];
    if (budgets.length === 1) return [];
    const names = budgets.map(({ manifest }) => `'${manifest.metadata?.name}'`).join(', ');
    return [
      { what: `its pods have ${budgets.length} disruption budgets: ${names}`, fix: 'Keep one of them' },
    ];
  },
  good: several + budget,
  bad: several,
};
