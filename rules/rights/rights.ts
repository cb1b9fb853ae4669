import { groupOf } from '../../constructs/kube/manifest.js';
import type { Item } from '../engine/inventory.js';
import { at, list, texts } from '../engine/untyped.js';

/** What a rule of a role allows: verbs on resources of API groups; on all of them, unless it has resourceNames. */
export interface Right {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly isNamed: boolean;
}

/** The kinds that grant rights. */
export const roleKinds = ['Role', 'ClusterRole'];

/** Whether an object is of the API group of RBAC. */
export const isRbac = ({ manifest }: Item): boolean => groupOf(manifest) === 'rbac.authorization.k8s.io';

/** What a role allows. */
export const rightsOf = ({ manifest }: Item): Right[] =>
  list(manifest['rules']).map((rule) => ({
    groups: texts(at(rule, 'apiGroups')),
    resources: texts(at(rule, 'resources')),
    verbs: texts(at(rule, 'verbs')),
    isNamed: texts(at(rule, 'resourceNames')).length > 0,
  }));

/**
 * Which of these verbs it allows on a resource. It is empty for a right that allows every verb on every resource: that is
 * found by no-wildcard-roles.
 */
export function granted(right: Right, group: string, resource: string, verbs: readonly string[]): string[] {
  const isAll = right.resources.includes('*') && right.verbs.includes('*');
  const [base] = resource.split('/');
  const isResource =
    [resource, '*', ...(resource === base ? [] : [`${base}/*`, `*/${resource.split('/')[1]}`])].some((each) =>
      right.resources.includes(each),
    ) && right.groups.some((each) => each === group || each === '*');
  if (isAll || !isResource) return [];
  return right.verbs.includes('*') ? ['*'] : verbs.filter((verb) => right.verbs.includes(verb));
}

/** The YAML of a role with one rule. */
export const role = (
  resources: string,
  verbs: string,
  group = '',
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: chess }
rules: [{ apiGroups: ["${group}"], resources: [${resources}], verbs: [${verbs}] }]
`;
