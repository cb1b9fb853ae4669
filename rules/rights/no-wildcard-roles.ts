import type { ObjectRule } from '../engine/rule.js';
import { isRbac, rightsOf, role, roleKinds } from './rights.js';

export const noWildcardRoles: ObjectRule = {
  id: 'no-wildcard-roles',
  title: 'Roles name what they allow, without wildcards',
  why: 'A `*` allows what nobody thought of, secrets and kinds that are installed next year included.',
  fix: 'Write the verbs and resources that it needs',
  lists: ['kube-linter/wildcard-in-rules', 'nsa/C-0035'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item).flatMap(({ groups, resources, verbs }) => [
      ...(verbs.includes('*') ? [`it allows every verb on ${resources.join(', ') || 'what it names'}`] : []),
      ...resources
        .filter((resource) => resource === '*' || /^\*\/|\/\*$/.test(resource))
        .map((resource) => `it allows resources '${resource}' of '${groups.join(', ')}'`),
      ...(groups.includes('*') ? [`it allows ${resources.join(', ')} of every API group`] : []),
    ]),
  good: role('pods', 'get, list'),
  bad: role('pods', '"*"'),
};
