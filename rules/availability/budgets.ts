import type { Inventory, Item, Workload } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { placeOf, pods } from '../facts/location.js';
import { hasSelector, selectorAt } from '../facts/selector.js';

/** The workloads that a PodDisruptionBudget selects: none if it has no selector. */
export const budgeted = (inventory: Inventory, budget: Item): Workload[] =>
  hasSelector(budget.manifest, 'spec', 'selector')
    ? [...pods(inventory).find(placeOf(budget), selectorAt(budget.manifest, 'spec', 'selector'))]
    : [];

/** The PodDisruptionBudgets of each workload that has any. */
export const budgetsOf = once((inventory: Inventory): ReadonlyMap<Workload, readonly Item[]> => {
  const budgets = new Map<Workload, Item[]>();
  for (const budget of inventory.ofKind('PodDisruptionBudget'))
    for (const workload of budgeted(inventory, budget))
      budgets.set(workload, [...(budgets.get(workload) ?? []), budget]);
  return budgets;
});
