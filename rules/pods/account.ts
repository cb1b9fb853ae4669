import type { Inventory, Workload } from '../engine/inventory.js';
import { fields } from '../engine/untyped.js';

/** The service account of a workload, and whether its pods get a token of that account. */
export function accountOf(item: Workload, inventory: Inventory): { name: string; hasToken: boolean } {
  const { serviceAccountName, serviceAccount, automountServiceAccountToken } = item.pod.spec;
  const name = serviceAccountName || serviceAccount || 'default';
  const account = inventory.find(item, 'ServiceAccount', name)?.manifest;
  const mounted = automountServiceAccountToken ?? fields(account)['automountServiceAccountToken'] ?? true;
  return { name, hasToken: mounted !== false };
}
