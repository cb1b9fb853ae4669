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
  title: 'Nothing is bound to cluster-admin, nor to admin or edit of the whole cluster',
  why: 'Whoever gets into a program with these rights owns the cluster, with every secret and every app on it.',
  fix: 'Bind a role that allows only what it needs, or exempt it and say why it needs everything',
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
    if (role === 'cluster-admin') return ['it binds cluster-admin'];
    const isWide = manifest.kind === 'ClusterRoleBinding' && ['admin', 'edit'].includes(role);
    return isWide ? [`it binds ${role}, which reads every secret, in all namespaces`] : [];
  },
  good: binding('view'),
  bad: binding('cluster-admin'),
};
