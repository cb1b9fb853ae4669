import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { placeOf, pods } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { readable, selectorAt } from '../facts/selector.js';
import { budgeted } from './budgets.js';

const example = (app: string) => `${deployment({})}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: chess }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: ${app} } } }`;

export const budgetTarget: ObjectRule = {
  id: 'budget-target',
  title: 'A disruption budget is for pods that there are',
  why: 'A PodDisruptionBudget that selects no pod protects none: all pods of the app may be evicted at once when nodes are updated.',
  fix: 'Give spec.selector the labels of the pods that it protects',
  kinds: ['PodDisruptionBudget'],
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    if (budgeted(inventory, item).length > 0) return [];
    const given = readable(selectorAt(item.manifest, 'spec', 'selector'));
    const there = [...pods(inventory).find(placeOf(item), {})].map(({ pod }) =>
      readable({ matchLabels: pod.labels }),
    );
    return [unknownName(`no pod has the labels ${given}`, given, there, budgetTarget.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
};
