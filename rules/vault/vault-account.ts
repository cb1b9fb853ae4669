import { oneOf } from '../../constructs/values/names.js';
import type { Inventory } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { app, policy, role, secretClass } from '../examples/vault-examples.js';
import { type Account, accountsOf, isVault, letsIn, loginsOf, roles } from './vault.js';
import { classKey, classRole, isVaultClass, mounters } from './vault-classes.js';

export const vaultAccount: ObjectRule = {
  id: 'vault-account',
  title: 'Whoever asks Vault for secrets is somebody whom the role lets in',
  why: 'Vault knows a pod by its service account and namespace alone, and refuses every other.',
  fix: 'Run the pod as an account of the role, or let the role name the account',
  kinds: ['SecretProviderClass', 'VaultSecret', 'RandomSecret'],
  applies: (item) => (item.manifest.kind === 'SecretProviderClass' ? isVaultClass(item) : isVault(item)),
  check: (item, inventory) => {
    if (item.manifest.kind !== 'SecretProviderClass')
      return loginsOf(item).flatMap(({ role: name, account }) => refusal(name, account, 'it', inventory));
    const key = classKey(item.namespace, item.manifest.metadata.name);
    return (mounters(inventory).get(key) ?? []).flatMap(({ item: { manifest }, account }) =>
      refusal(
        classRole(item),
        account,
        `${manifest.kind} '${manifest.metadata.name}', which mounts it,`,
        inventory,
      ),
    );
  },
  good: `${app()}${policy()}${role()}${secretClass()}`.replace('---\n', ''),
  bad: `${app('default')}${policy()}${role()}${secretClass()}`.replace('---\n', ''),
};

function refusal(name: string, account: Account, who: string, inventory: Inventory): Fault[] {
  const found = roles(inventory).get(name);
  if (!found || letsIn(found, account, inventory)) return [];
  const given = `service account '${account.name}' of '${account.namespace}'`;
  return [
    {
      what: `${who} logs in as ${given}, which role '${name}' does not let in`,
      fix: `It lets in ${oneOf(accountsOf(found)) || 'nobody'}`,
    },
  ];
}
