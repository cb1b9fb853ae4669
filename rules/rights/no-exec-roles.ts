import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

const rbac = 'rbac.authorization.k8s.io';

/** The verbs on resources that let an account act as another one. */
const ways: readonly [string, string, readonly string[]][] = [
  ['', 'pods/exec', ['create', 'get']],
  ['', 'pods/attach', ['create', 'get']],
  ['', 'pods/ephemeralcontainers', ['update', 'patch']],
  ['', 'serviceaccounts/token', ['create']],
  ['', 'users', ['impersonate']],
  ['', 'groups', ['impersonate']],
  ['', 'serviceaccounts', ['impersonate']],
  [rbac, 'roles', ['escalate', 'bind']],
  [rbac, 'clusterroles', ['escalate', 'bind']],
];

export const noExecRoles: ObjectRule = {
  id: 'no-exec-roles',
  title: {
    en: 'No role allows running commands in pods or acting as another account',
    fr: 'Aucun rôle ne permet d’exécuter des commandes dans un pod ou d’agir au nom d’un autre compte',
  },
  why: {
    en: 'An account that may run a command in a pod, or give itself rights, has all that the programs there have, their secrets included.',
    fr: 'Un compte qui peut exécuter une commande dans un pod, ou se donner des droits, a tout ce qu’ont les programmes qui s’y trouvent, y compris leurs secrets.',
  },
  fix: {
    en: 'Remove it; people who must look into a pod do it with their own account',
    fr: 'Retirez-le ; les personnes qui doivent regarder dans un pod le font avec leur propre compte',
  },
  lists: [
    'polaris/clusterrolePodExecAttach',
    'polaris/rolePodExecAttach',
    'polaris/clusterrolebindingPodExecAttach',
    'polaris/rolebindingClusterRolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
    'nsa/C-0002',
  ],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item).flatMap((right) =>
      ways.flatMap(([group, resource, verbs]) =>
        granted(right, group, resource, verbs).map((verb) => ({
          en: `it allows '${verb}' on ${resource}`,
          fr: `il permet « ${verb} » sur ${resource}`,
        })),
      ),
    ),
  good: role('pods', 'get, list'),
  bad: role('pods/exec', 'create'),
  finds: ["it allows 'create' on pods/exec"],
};
