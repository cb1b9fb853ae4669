import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

export const priorityClass: PodRule = {
  id: 'priority-class',
  title: { en: 'Pods of clubs have a PriorityClass', fr: 'Les pods des clubs ont une PriorityClass' },
  why: {
    en: 'When the nodes are full, an experiment in the sandbox could otherwise keep a site in production from starting.',
    fr: 'Quand les nœuds sont pleins, un essai dans le sandbox pourrait sinon empêcher un site de production de démarrer.',
  },
  fix: {
    en: 'Set priorityClassName to the name of the environment, as apps do',
    fr: 'Mettez priorityClassName au nom de l’environnement, comme le font les applications',
  },
  lists: ['polaris/priorityClassNotSet', 'kube-linter/priority-class-name'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ pod }) =>
    pod.spec.priorityClassName
      ? []
      : [{ en: 'its pods have no priorityClassName', fr: 'ses pods n’ont pas de priorityClassName' }],
  good: deployment({ pod: 'priorityClassName: prod' }),
  bad: deployment({}),
  finds: ['its pods have no priorityClassName'],
};
