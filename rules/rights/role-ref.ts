import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { hasUnseen } from '../facts/opaque.js';

/** The cluster roles that Kubernetes brings. */
const own = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** Whether charts of the unit may bring roles. */
const bringsMore = (item: Item, inventory: Inventory): boolean =>
  inventory.isOpen({
    cluster: item.cluster,
    namespace: item.namespace || (inventory.deploymentOf(item)?.namespace ?? ''),
  });

function roleFaults(item: Item, inventory: Inventory): Fault[] {
  const kind = text(item.manifest, 'roleRef', 'kind');
  const name = text(item.manifest, 'roleRef', 'name');
  if (!name || (kind === 'ClusterRole' && own.test(name)) || bringsMore(item, inventory)) return [];
  if (inventory.find(item, kind, name)) return [];
  return [unknownName(`there is no ${kind} '${name}'`, name, inventory.names(item, kind), roleRef.fix)];
}

const subjectFaults = (item: Item, inventory: Inventory): Fault[] =>
  list(item.manifest, 'subjects').flatMap((subject) => {
    const name = text(subject, 'name');
    const namespace = text(subject, 'namespace') || item.namespace;
    if (subject['kind'] !== 'ServiceAccount' || name === 'default') return [];
    if (!namespace) return [{ what: `account '${name}' has no namespace`, fix: 'Add its namespace' }];
    const place = { cluster: item.cluster, namespace };
    if (hasUnseen(inventory, place) || inventory.find(place, 'ServiceAccount', name)) return [];
    const known = inventory.names(place, 'ServiceAccount');
    return [unknownName(`there is no service account '${name}' in '${namespace}'`, name, known, roleRef.fix)];
  });

const example = (name: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: pods }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: chess }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: chess }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods }
subjects: [{ kind: ServiceAccount, name: ${name} }]`;

export const roleRef: ObjectRule = {
  id: 'role-ref',
  title: 'A binding gives a role that exists to an account that exists',
  why: 'A binding that names one of them wrongly is accepted and gives no right: the program is refused when it runs.',
  fix: 'Name a role and a ServiceAccount that are there, each with its namespace',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  check: (item, inventory) => [...roleFaults(item, inventory), ...subjectFaults(item, inventory)],
  good: example('chess'),
  bad: example('ches'),
};
