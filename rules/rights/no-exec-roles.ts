import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

const rbac = 'rbac.authorization.k8s.io';

/** By which verbs on which resources one becomes somebody else. */
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
  title: 'No role lets one enter pods or become somebody else',
  why: 'Who may run a command in a pod, or give himself rights, has all that any program there has, its secrets first.',
  fix: 'Leave it out; people who must look into a pod do it with their own account',
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
        granted(right, group, resource, verbs).map((verb) => `it allows '${verb}' on ${resource}`),
      ),
    ),
  good: role('pods', 'get, list'),
  bad: role('pods/exec', 'create'),
};
