import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { isRbac } from './rights.js';

const binding = (role: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: chess }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role} }
subjects: [{ kind: ServiceAccount, name: chess, namespace: chess }]
`;

export const noClusterAdmin: ObjectRule = {
  id: 'no-cluster-admin',
  title: {
    en: 'No binding gives cluster-admin, nor admin or edit of the whole cluster',
    fr: 'Aucun binding ne donne cluster-admin, ni admin ou edit de tout le cluster',
  },
  why: {
    en: 'An attacker in a program with these rights controls the whole cluster, with every secret and every app in it.',
    fr: 'Un attaquant dans un programme qui a ces droits contrôle tout le cluster, avec tous ses secrets et toutes ses apps.',
  },
  fix: {
    en: 'Bind a role that allows only what the program needs, or exempt it and say why it needs everything',
    fr: 'Donnez un rôle qui ne permet que ce dont le programme a besoin, ou exemptez-le en disant pourquoi il a besoin de tout',
  },
  lists: [
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/rolebindingClusterAdminClusterRole',
    'polaris/rolebindingClusterAdminRole',
    'kube-linter/cluster-admin-role-binding',
    'nsa/C-0035',
  ],
  kinds: ['ClusterRoleBinding', 'RoleBinding'],
  applies: isRbac,
  check: ({ manifest }) => {
    const role = text(at(manifest, 'roleRef', 'name'));
    if (role === 'cluster-admin') return [{ en: 'it binds cluster-admin', fr: 'il donne cluster-admin' }];
    const isWide = manifest.kind === 'ClusterRoleBinding' && ['admin', 'edit'].includes(role);
    if (!isWide) return [];
    return [
      {
        en: `it binds ${role} in all namespaces, with all their secrets`,
        fr: `il donne ${role} dans tous les namespaces, avec tous leurs secrets`,
      },
    ];
  },
  good: binding('view'),
  bad: binding('cluster-admin'),
  finds: ['it binds cluster-admin'],
};
