import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

export const secretsAccess: ObjectRule = {
  id: 'secrets-access',
  title: 'No role reads or writes all secrets',
  why: 'One program that is broken into would give away the passwords of all others around it.',
  fix: 'Name the secrets that it needs as resourceNames, or let it read a file from Vault',
  lists: ['kube-linter/access-to-secrets'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item)
      .filter(({ isNamed }) => !isNamed)
      .flatMap((right) =>
        granted(right, '', 'secrets', ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']),
      )
      .map((verb) => `it allows '${verb}' on all secrets`),
  good: role('configmaps', 'get, list'),
  bad: role('secrets', 'get'),
};
