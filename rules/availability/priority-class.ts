import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

export const priorityClass: PodRule = {
  id: 'priority-class',
  title: 'Pods of clubs say who gives way when the nodes are full',
  why: 'Without a priority class a try in the sandbox may keep a site of production from starting.',
  fix: 'Set priorityClassName to the name of the environment, as apps have it by themselves',
  lists: ['polaris/priorityClassNotSet', 'kube-linter/priority-class-name'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ pod }) => (pod.spec.priorityClassName ? [] : ['its pods name no priority class']),
  good: deployment({ pod: 'priorityClassName: prod' }),
  bad: deployment({}),
};
