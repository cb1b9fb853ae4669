import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { placeOf, pods } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { noPodHas, readable, selectorAt } from '../facts/selector.js';
import { budgeted } from './budgets.js';

const example = (app: string) => `${deployment({})}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: chess }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: ${app} } } }`;

export const budgetTarget: ObjectRule = {
  id: 'budget-target',
  title: {
    en: 'A PodDisruptionBudget selects pods that exist',
    fr: 'Un PodDisruptionBudget sélectionne des pods qui existent',
  },
  why: {
    en: 'A PodDisruptionBudget that selects no pod protects none: all pods of the app may be evicted at once when nodes are updated.',
    fr: 'Un PodDisruptionBudget qui ne sélectionne aucun pod n’en protège aucun : tous les pods de l’application peuvent être expulsés en même temps quand les nœuds sont mis à jour.',
  },
  fix: {
    en: 'Give spec.selector the labels of the pods that it protects',
    fr: 'Donnez à spec.selector les labels des pods qu’il protège',
  },
  kinds: ['PodDisruptionBudget'],
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    if (budgeted(inventory, item).length > 0) return [];
    const given = readable(selectorAt(item.manifest, 'spec', 'selector'));
    const there = [...pods(inventory).find(placeOf(item), {})].map(({ pod }) =>
      readable({ matchLabels: pod.labels }),
    );
    return [unknownName(noPodHas(given), given, there, budgetTarget.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
  finds: ['no pod has the labels app=ches'],
};
