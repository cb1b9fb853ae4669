import type { Inventory, Item } from '../engine/inventory.js';
import { fields, listOf } from '../engine/untyped.js';

const granted = new WeakMap<Inventory, Set<string>>();

/** Whether a RoleBinding or ClusterRoleBinding gives rights to this service account of the item's namespace. */
export function hasRights({ cluster, namespace }: Item, account: string, inventory: Inventory): boolean {
  const all = granted.get(inventory) ?? grants(inventory);
  return all.has([cluster, namespace, account].join('\0'));
}

function grants(inventory: Inventory): Set<string> {
  const all = new Set(inventory.ofKind('RoleBinding', 'ClusterRoleBinding').flatMap(subjectsOf));
  granted.set(inventory, all);
  return all;
}

const subjectsOf = ({ manifest, cluster, namespace }: Item): string[] =>
  listOf(manifest['subjects'] as readonly unknown[])
    .map((subject) => fields(subject))
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map((subject) => [cluster, subject['namespace'] ?? namespace, subject['name']].join('\0'));
