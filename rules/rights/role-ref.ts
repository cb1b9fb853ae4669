import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { hasUnseen } from '../facts/opaque.js';

/** The ClusterRoles that are part of Kubernetes. */
const builtIn = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** Whether a chart of the unit may bring roles that no file shows. */
const bringsMore = (item: Item, inventory: Inventory): boolean =>
  inventory.isOpen({
    cluster: item.cluster,
    namespace: item.namespace || (inventory.deploymentOf(item)?.namespace ?? ''),
  });

function roleFaults(item: Item, inventory: Inventory): Fault[] {
  const kind = text(item.manifest, 'roleRef', 'kind');
  const name = text(item.manifest, 'roleRef', 'name');
  if (!name || (kind === 'ClusterRole' && builtIn.test(name)) || bringsMore(item, inventory)) return [];
  if (inventory.find(item, kind, name)) return [];
  const what = { en: `${kind} '${name}' does not exist`, fr: `${kind} « ${name} » n’existe pas` };
  return [unknownName(what, name, inventory.names(item, kind), roleRef.fix)];
}

const subjectFaults = (item: Item, inventory: Inventory): Fault[] =>
  list(item.manifest, 'subjects').flatMap((subject) => {
    const name = text(subject, 'name');
    const namespace = text(subject, 'namespace') || item.namespace;
    if (subject['kind'] !== 'ServiceAccount' || name === 'default') return [];
    if (!namespace)
      return [
        {
          what: {
            en: `account '${name}' has no namespace`,
            fr: `le compte « ${name} » n’a pas de namespace`,
          },
          fix: { en: 'Add its namespace', fr: 'Ajoutez son namespace' },
        },
      ];
    const place = { cluster: item.cluster, namespace };
    if (hasUnseen(inventory, place) || inventory.find(place, 'ServiceAccount', name)) return [];
    const known = inventory.names(place, 'ServiceAccount');
    const what = {
      en: `service account '${name}' does not exist in namespace '${namespace}'`,
      fr: `le compte de service « ${name} » n’existe pas dans le namespace « ${namespace} »`,
    };
    return [unknownName(what, name, known, roleRef.fix)];
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
  title: {
    en: 'A binding names a role and accounts that exist',
    fr: 'Un binding nomme un rôle et des comptes qui existent',
  },
  why: {
    en: 'Kubernetes accepts a binding with a wrong name, but it gives no right: the program is refused when it runs.',
    fr: 'Kubernetes accepte un binding avec un nom faux, mais il ne donne aucun droit : le programme est refusé quand il s’exécute.',
  },
  fix: {
    en: 'Name a role and a ServiceAccount that exist, each with its namespace',
    fr: 'Nommez un rôle et un ServiceAccount qui existent, chacun avec son namespace',
  },
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  check: (item, inventory) => [...roleFaults(item, inventory), ...subjectFaults(item, inventory)],
  good: example('chess'),
  bad: example('ches'),
  finds: ["service account 'ches' does not exist in namespace 'default'"],
};
