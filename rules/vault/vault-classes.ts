import { load } from 'js-yaml';
import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import type { Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { at, list, listOf, text } from '../engine/untyped.js';
import { type Account, hostAccount } from './vault.js';

/** Whether a SecretProviderClass reads from Vault. */
export const isVaultClass = ({ manifest }: Item): boolean => at(manifest, 'spec', 'provider') === 'vault';

/** The role by which a class logs in. */
export const classRole = ({ manifest }: Item): string => text(at(manifest, 'spec', 'parameters', 'roleName'));

const read = new WeakMap<Item, { readonly paths: string[] | undefined }>();

/** The paths that a class reads; undefined if its objects are not valid YAML. */
export function classPaths(item: Item): string[] | undefined {
  const known = read.get(item) ?? { paths: pathsIn(item) };
  read.set(item, known);
  return known.paths;
}

function pathsIn({ manifest }: Item): string[] | undefined {
  try {
    const objects = load(text(at(manifest, 'spec', 'parameters', 'objects')) || '[]');
    return [...new Set(list(objects).map(({ secretPath }) => text(secretPath)))];
  } catch {
    return undefined;
  }
}

/** The namespace on the host and the name of a class, as one key. */
export const classKey = (namespace: string, name: string): string => `${namespace}/${name}`;

/** The workloads that mount each class, with their service account on the host. */
export const mounters = once((inventory) => {
  const found = new Map<string, { readonly item: Item; readonly account: Account }[]>();
  for (const item of inventory.workloads) {
    for (const { csi } of listOf(item.pod.spec.volumes)) {
      const name = csi?.volumeAttributes?.['secretProviderClass'];
      if (!name) continue;
      const account = hostAccount(item, item.pod.spec.serviceAccountName || 'default');
      const namespace = account.namespace || hostNamespace(item.cluster);
      const others = found.get(classKey(namespace, name)) ?? [];
      found.set(classKey(namespace, name), [...others, { item, account }]);
    }
  }
  return found;
});
