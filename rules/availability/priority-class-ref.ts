import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

/** The classes that are part of Kubernetes. */
const own = ['system-cluster-critical', 'system-node-critical'];

export const priorityClassRef: PodRule = {
  id: 'priority-class-ref',
  title: { en: 'The PriorityClass of a pod exists', fr: 'La PriorityClass d’un pod existe' },
  why: {
    en: 'The API server refuses every pod whose PriorityClass does not exist, so the Deployment has no pods.',
    fr: 'Le serveur d’API refuse chaque pod dont la PriorityClass n’existe pas : le Deployment n’a aucun pod.',
  },
  fix: {
    en: 'Remove priorityClassName, or name a PriorityClass of the cluster',
    fr: 'Enlevez priorityClassName, ou nommez une PriorityClass du cluster',
  },
  lists: ['kube-linter/priority-class-name'],
  kinds: 'workloads',
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const name = text(item.pod, 'spec', 'priorityClassName');
    if (!name || own.includes(name) || inventory.find(item, 'PriorityClass', name)) return [];
    const known = [...own, ...inventory.names(item, 'PriorityClass')];
    const what = {
      en: `PriorityClass '${name}' does not exist`,
      fr: `la PriorityClass « ${name} » n’existe pas`,
    };
    return [unknownName(what, name, known, priorityClassRef.fix)];
  },
  good: deployment({ pod: 'priorityClassName: system-node-critical' }),
  bad: deployment({ pod: 'priorityClassName: system-node-critcal' }),
  finds: ["PriorityClass 'system-node-critcal' does not exist"],
};
