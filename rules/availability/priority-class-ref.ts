import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

/** The classes that Kubernetes brings. */
const own = ['system-cluster-critical', 'system-node-critical'];

export const priorityClassRef: PodRule = {
  id: 'priority-class-ref',
  title: 'The priority class of a pod exists',
  why: 'The API server refuses every pod of a class that is not there, so the Deployment stays at zero pods.',
  fix: 'Leave out priorityClassName, or name a PriorityClass of the cluster',
  lists: ['kube-linter/priority-class-name'],
  kinds: 'workloads',
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const name = text(item.pod, 'spec', 'priorityClassName');
    if (!name || own.includes(name) || inventory.find(item, 'PriorityClass', name)) return [];
    const known = [...own, ...inventory.names(item, 'PriorityClass')];
    return [unknownName(`there is no priority class '${name}'`, name, known, priorityClassRef.fix)];
  },
  good: deployment({ pod: 'priorityClassName: system-node-critical' }),
  bad: deployment({ pod: 'priorityClassName: system-node-critcal' }),
};
