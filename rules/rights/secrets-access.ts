import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

export const secretsAccess: ObjectRule = {
  id: 'secrets-access',
  title: { en: 'No role reads or writes all secrets', fr: 'Aucun rôle ne lit ni n’écrit tous les secrets' },
  why: {
    en: 'An attacker in one program would get the passwords of all others in its namespace.',
    fr: 'Un attaquant dans un seul programme aurait les mots de passe de tous les autres de son namespace.',
  },
  fix: {
    en: 'Name the secrets that it needs as resourceNames, or let the program read a file from Vault',
    fr: 'Nommez dans resourceNames les secrets dont il a besoin, ou laissez le programme lire un fichier de Vault',
  },
  lists: ['kube-linter/access-to-secrets'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item)
      .filter(({ isNamed }) => !isNamed)
      .flatMap((right) =>
        granted(right, '', 'secrets', ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']),
      )
      .map((verb) => ({
        en: `it allows '${verb}' on all secrets`,
        fr: `il permet « ${verb} » sur tous les secrets`,
      })),
  good: role('configmaps', 'get, list'),
  bad: role('secrets', 'get'),
  finds: ["it allows 'get' on all secrets"],
};
