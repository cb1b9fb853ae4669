import { fill, type Text } from '../../constructs/refusals/text.js';
import type { ObjectRule } from '../engine/rule.js';
import { isRbac, rightsOf, role, roleKinds } from './rights.js';

const everyVerb: Text = {
  en: 'it allows every verb on <resources>',
  fr: 'il permet tous les verbes sur <resources>',
};
const noResource: Text = { en: 'the URLs that it names', fr: 'les URL qu’il nomme' };

export const noWildcardRoles: ObjectRule = {
  id: 'no-wildcard-roles',
  title: {
    en: 'Roles name what they allow, without wildcards',
    fr: 'Les rôles nomment ce qu’ils permettent, sans joker',
  },
  why: {
    en: '`*` allows more than anybody intended: secrets, and kinds that are installed later.',
    fr: '`*` permet plus que ce que l’auteur voulait : les secrets, et les kinds qui seront installés plus tard.',
  },
  fix: {
    en: 'Write the verbs and resources that the program needs',
    fr: 'Écrivez les verbes et les ressources dont le programme a besoin',
  },
  lists: ['kube-linter/wildcard-in-rules', 'nsa/C-0035'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item).flatMap(({ groups, resources, verbs }): Text[] => {
      const named = resources.join(', ');
      const group = groups.map((each) => each || 'core').join(', ');
      return [
        ...(verbs.includes('*') ? [fill(everyVerb, { resources: named || noResource })] : []),
        ...resources
          .filter((resource) => resource === '*' || /^\*\/|\/\*$/.test(resource))
          .map((resource) => ({
            en: `it allows the resources '${resource}' of the API group '${group}'`,
            fr: `il permet les ressources « ${resource} » du groupe d’API « ${group} »`,
          })),
        ...(groups.includes('*')
          ? [
              {
                en: `it allows ${named} of every API group`,
                fr: `il permet ${named} de tous les groupes d’API`,
              },
            ]
          : []),
      ];
    }),
  good: role('pods', 'get, list'),
  bad: role('pods', '"*"'),
  finds: ['it allows every verb on pods'],
};
