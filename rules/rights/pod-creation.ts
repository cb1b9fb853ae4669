import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

export const podCreation: ObjectRule = {
  id: 'pod-creation',
  title: 'No role makes pods',
  why: 'Who may make a pod may mount every secret and use every service account of its namespace.',
  fix: 'Let git say what runs; a program that must start others is one of the platform, exempt with its reason',
  lists: ['kube-linter/access-to-create-pods'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item)
      .flatMap((right) => granted(right, '', 'pods', ['create']))
      .map((verb) => `it allows '${verb}' on pods`),
  good: role('pods', 'get'),
  bad: role('pods', 'create'),
};
