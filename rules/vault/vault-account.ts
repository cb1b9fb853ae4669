import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { app, policy, role, secretClass } from '../examples/vault-examples.js';
import { type Account, accountsOf, isVault, letsIn, loginsOf, roles } from './vault.js';
import { classKey, classRole, isVaultClass, mounters } from './vault-classes.js';

export const vaultAccount: ObjectRule = {
  id: 'vault-account',
  title: {
    en: 'Each account that logs in to Vault is one that the role allows',
    fr: 'Chaque compte qui se connecte à Vault est un compte que le rôle permet',
  },
  why: {
    en: 'Vault recognizes a pod by its service account and namespace, and refuses those that the role does not name.',
    fr: 'Vault reconnaît un pod à son compte de service et à son namespace, et refuse ceux que le rôle ne nomme pas.',
  },
  fix: {
    en: 'Run the pod as an account of the role, or add the account to the role',
    fr: 'Exécutez le pod avec un compte du rôle, ou ajoutez le compte au rôle',
  },
  kinds: ['SecretProviderClass', 'VaultSecret', 'RandomSecret'],
  applies: (item) => (item.manifest.kind === 'SecretProviderClass' ? isVaultClass(item) : isVault(item)),
  check: (item, inventory) => {
    if (item.manifest.kind !== 'SecretProviderClass')
      return loginsOf(item).flatMap(({ role: name, account }) =>
        refusal(name, account, theObject, inventory),
      );
    const key = classKey(item.namespace, item.manifest.metadata.name);
    return (mounters(inventory).get(key) ?? []).flatMap(({ item: { manifest }, account }) =>
      refusal(
        classRole(item),
        account,
        {
          en: `${manifest.kind} '${manifest.metadata.name}', which mounts it,`,
          fr: `${manifest.kind} « ${manifest.metadata.name} », qui la monte,`,
        },
        inventory,
      ),
    );
  },
  good: `${app()}${policy()}${role()}${secretClass()}`.replace('---\n', ''),
  bad: `${app('default')}${policy()}${role()}${secretClass()}`.replace('---\n', ''),
  finds: [
    "Deployment 'chess', which mounts it, logs in as service account 'default-x-chess-prod-x-prod' of namespace 'vcluster-prod', which role 'chess-prod' does not allow",
  ],
};

const theObject: Text = { en: 'it', fr: 'l’objet' };

function refusal(name: string, account: Account, who: Text, inventory: Inventory): Fault[] {
  const found = roles(inventory).get(name);
  if (!found || letsIn(found, account, inventory)) return [];
  const accounts = accountsOf(found);
  return [
    {
      what: fill(
        {
          en: "<who> logs in as service account '<account>' of namespace '<namespace>', which role '<name>' does not allow",
          fr: '<who> se connecte comme compte de service « <account> » du namespace « <namespace> », que le rôle « <name> » ne permet pas',
        },
        { who, account: `${account.name}`, namespace: `${account.namespace}`, name },
      ),
      fix:
        accounts.length > 0
          ? fill({ en: 'The role allows <accounts>', fr: 'Le rôle permet <accounts>' }, { accounts })
          : { en: 'The role allows no account', fr: 'Le rôle ne permet aucun compte' },
    },
  ];
}
