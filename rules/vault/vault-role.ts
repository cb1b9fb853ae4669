import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { didYouMean, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, texts } from '../engine/untyped.js';
import { app, policy, role } from '../examples/vault-examples.js';
import { accountsOf, hostAccount, isVault, namespacesOf, policies } from './vault.js';

/** The names on the host of the service accounts in files, by namespace of the host. */
const accounts = once((inventory) => {
  const found = new Map<string, Set<string>>();
  for (const item of inventory.ofKind('ServiceAccount')) {
    const { namespace, name } = hostAccount(item, item.manifest.metadata.name);
    found.set(namespace, (found.get(namespace) ?? new Set()).add(name));
  }
  return found;
});

/** The namespaces in files, by cluster. */
const namespacesIn = once((inventory) => {
  const found = new Map<string, Set<string>>();
  for (const { cluster, manifest } of inventory.ofKind('Namespace'))
    found.set(cluster, (found.get(cluster) ?? new Set()).add(manifest.metadata.name));
  return found;
});

/** The virtual clusters, by their namespace on the host, where pods and accounts have translated names. */
const virtual = once(
  (inventory) => new Map(inventory.items.map(({ cluster }) => [hostNamespace(cluster), cluster])),
);

/** Whether a chart or a remote manifest may bring an account that no file shows. */
function isUnseen(role: Item, name: string, namespace: string, inventory: Inventory): boolean {
  const vcluster = virtual(inventory).get(namespace);
  const [, inner, cluster] = /^[^.]+?-x-(.+)-x-(.+)$/.exec(name) ?? [];
  if (vcluster && inner && cluster === vcluster) return inventory.isOpen({ cluster, namespace: inner });
  return inventory.isOpen({ cluster: role.cluster, namespace });
}

export const vaultRole: ObjectRule = {
  id: 'vault-role',
  title: {
    en: 'Each role of Vault names policies, namespaces and accounts that exist',
    fr: 'Chaque rôle de Vault nomme des policies, des namespaces et des comptes qui existent',
  },
  why: {
    en: 'With a wrong name, Vault refuses the login, and the pod waits indefinitely for its secrets.',
    fr: 'Avec un nom faux, Vault refuse la connexion, et le pod attend indéfiniment ses secrets.',
  },
  fix: {
    en: 'Use names that exist; for an account of a virtual cluster, its translated name on the host',
    fr: 'Utilisez des noms qui existent ; pour un compte d’un cluster virtuel, son nom traduit sur l’hôte',
  },
  kinds: ['KubernetesAuthEngineRole'],
  applies: isVault,
  check: (item, inventory) => {
    const known = policies(inventory);
    const faults: Fault[] = [];
    const add = (what: Text, near: string | undefined) =>
      faults.push(near ? { what, fix: didYouMean(near) } : what);
    for (const name of texts(at(item.manifest, 'spec', 'policies')))
      if (known.size > 0 && !known.has(name) && name !== 'default')
        add(
          { en: `its policy '${name}' does not exist`, fr: `sa policy « ${name} » n’existe pas` },
          suggest(name, known.keys()),
        );
    const namespaces = namespacesIn(inventory).get(item.cluster) ?? new Set();
    for (const namespace of namespacesOf(item)) {
      const isThere = inventory.isOpen({ cluster: item.cluster, namespace }) || namespaces.has(namespace);
      if (namespaces.size > 0 && !isThere && !/^(\*|default|kube-.*)$/.test(namespace))
        add(
          {
            en: `its namespace '${namespace}' does not exist`,
            fr: `son namespace « ${namespace} » n’existe pas`,
          },
          suggest(namespace, namespaces),
        );
      const there = accounts(inventory).get(namespace) ?? new Set();
      for (const name of accountsOf(item))
        if (there.size > 0 && !['*', 'default'].includes(name) && !there.has(name))
          if (!isUnseen(item, name, namespace, inventory))
            add(
              {
                en: `its service account '${name}' does not exist in namespace '${namespace}'`,
                fr: `son compte de service « ${name} » n’existe pas dans le namespace « ${namespace} »`,
              },
              suggest(name, there),
            );
    }
    return faults;
  },
  good: `${app()}${policy()}${role()}`.replace('---\n', ''),
  bad: `${app()}${policy()}${role('ches-x-chess-prod-x-prod')}`.replace('---\n', ''),
  finds: ["its service account 'ches-x-chess-prod-x-prod' does not exist in namespace 'vcluster-prod'"],
};
