import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { suggest } from '../../constructs/values/names.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, texts } from '../engine/untyped.js';
import { app, policy, role } from '../examples/vault-examples.js';
import { accountsOf, hostAccount, isVault, namespacesOf, policies } from './vault.js';

/** The service accounts that files show, by the namespace and name that the host knows. */
const accounts = once((inventory) => {
  const found = new Map<string, Set<string>>();
  for (const item of inventory.ofKind('ServiceAccount')) {
    const { namespace, name } = hostAccount(item, item.manifest.metadata.name);
    found.set(namespace, (found.get(namespace) ?? new Set()).add(name));
  }
  return found;
});

/** The namespaces that files show, by the cluster that they are in. */
const namespacesIn = once((inventory) => {
  const found = new Map<string, Set<string>>();
  for (const { cluster, manifest } of inventory.ofKind('Namespace'))
    found.set(cluster, (found.get(cluster) ?? new Set()).add(manifest.metadata.name));
  return found;
});

/** The namespaces of the host that hold a virtual cluster, whose pods and accounts are there by other names. */
const virtual = once(
  (inventory) => new Map(inventory.items.map(({ cluster }) => [hostNamespace(cluster), cluster])),
);

/** Whether a chart or a release may bring an account that no file shows. */
function isUnseen(role: Item, name: string, namespace: string, inventory: Inventory): boolean {
  const vcluster = virtual(inventory).get(namespace);
  const [, inner, cluster] = /^[^.]+?-x-(.+)-x-(.+)$/.exec(name) ?? [];
  if (vcluster && inner && cluster === vcluster) return inventory.isOpen({ cluster, namespace: inner });
  return inventory.isOpen({ cluster: role.cluster, namespace });
}

export const vaultRole: ObjectRule = {
  id: 'vault-role',
  title: 'Every role of Vault names policies, namespaces and accounts that exist',
  why: 'Vault lets nobody in by a role of another name, and the pod waits for its secrets without end.',
  fix: 'Give the names as they are; of an account in a virtual cluster that is the one which the host knows',
  kinds: ['KubernetesAuthEngineRole'],
  applies: isVault,
  check: (item, inventory) => {
    const known = policies(inventory);
    const faults: Fault[] = [];
    const add = (what: string, near: string | undefined) =>
      faults.push(near ? { what, fix: `Did you mean ${near}?` } : what);
    for (const name of texts(at(item.manifest, 'spec', 'policies')))
      if (known.size > 0 && !known.has(name) && name !== 'default')
        add(`its policy '${name}' does not exist`, suggest(name, known.keys()));
    const namespaces = namespacesIn(inventory).get(item.cluster) ?? new Set();
    for (const namespace of namespacesOf(item)) {
      const isThere = inventory.isOpen({ cluster: item.cluster, namespace }) || namespaces.has(namespace);
      if (namespaces.size > 0 && !isThere && !/^(\*|default|kube-.*)$/.test(namespace))
        add(`its namespace '${namespace}' does not exist`, suggest(namespace, namespaces));
      const there = accounts(inventory).get(namespace) ?? new Set();
      for (const name of accountsOf(item))
        if (there.size > 0 && !['*', 'default'].includes(name) && !there.has(name))
          if (!isUnseen(item, name, namespace, inventory))
            add(`its service account '${name}' does not exist in '${namespace}'`, suggest(name, there));
    }
    return faults;
  },
  good: `${app()}${policy()}${role()}`.replace('---\n', ''),
  bad: `${app()}${policy()}${role('ches-x-chess-prod-x-prod')}`.replace('---\n', ''),
};
