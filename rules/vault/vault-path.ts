import { didYouMean, fill } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Inventory, Item } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, texts } from '../engine/untyped.js';
import { app, policy, role, secretClass } from '../examples/vault-examples.js';
import { covers, grantsOf, isVault, type Login, loginsOf, policies, roles } from './vault.js';
import { classKey, classPaths, classRole, isVaultClass, mounters } from './vault-classes.js';

export const vaultPath: ObjectRule = {
  id: 'vault-path',
  title: {
    en: 'Each path of Vault that is used is allowed by a policy of the role',
    fr: 'Chaque chemin de Vault utilisé est permis par une policy du rôle',
  },
  why: {
    en: 'Vault refuses what no policy of the role allows, and the pod waits indefinitely for its secrets.',
    fr: 'Vault refuse ce qu’aucune policy du rôle ne permet, et le pod attend indéfiniment ses secrets.',
  },
  fix: { en: 'Add the path to a policy of the role', fr: 'Ajoutez le chemin à une policy du rôle' },
  kinds: ['SecretProviderClass', 'VaultSecret', 'RandomSecret'],
  applies: (item) => (item.manifest.kind === 'SecretProviderClass' ? isVaultClass(item) : isVault(item)),
  check: (item, inventory) => {
    if (item.manifest.kind !== 'SecretProviderClass')
      return loginsOf(item).flatMap((login) => refusals(login, inventory));
    const paths = classPaths(item);
    if (!paths)
      return [{ en: 'its objects are not valid YAML', fr: 'ses objects ne sont pas du YAML valide' }];
    const account = mounters(inventory).get(classKey(item.namespace, item.manifest.metadata.name))?.[0]
      ?.account;
    const who = account ?? { name: '', namespace: item.namespace };
    const login = { role: classRole(item), account: who, capability: 'read' };
    return [
      ...new Map(
        (paths.length > 0 ? paths : [''])
          .flatMap((path) => refusals({ ...login, path }, inventory))
          .map((fault) => [JSON.stringify(fault), fault]),
      ).values(),
    ];
  },
  good: `${app()}${policy()}${role()}${secretClass()}`.replace('---\n', ''),
  bad: `${app()}${policy()}${role()}${secretClass('kv/data/apps/chess/prod/apis')}`.replace('---\n', ''),
  finds: ["role 'chess-prod' does not have 'read' on 'kv/data/apps/chess/prod/apis'"],
};

function refusals({ role: name, account, path, capability }: Login, inventory: Inventory): Fault[] {
  const known = roles(inventory);
  if (known.size === 0) return []; // a folder without roles: they are elsewhere
  const found = known.get(name);
  if (!found) {
    const near = suggest(name, known.keys());
    const what = { en: `its role '${name}' does not exist`, fr: `son rôle « ${name} » n’existe pas` };
    return [near ? { what, fix: didYouMean(near) } : what];
  }
  const named = texts(at(found.manifest, 'spec', 'policies')).map((each) => policies(inventory).get(each));
  const there = named.filter((each): each is Item => each !== undefined);
  if (path === '' || there.length < named.length) return []; // vault-role reports a missing policy
  const grants = there.flatMap(grantsOf);
  const isAllowed = grants.some(
    (grant) => covers(grant.path, path, account) && grant.capabilities.includes(capability),
  );
  if (isAllowed) return [];
  const what = {
    en: `role '${name}' does not have '${capability}' on '${path}'`,
    fr: `le rôle « ${name} » n’a pas « ${capability} » sur « ${path} »`,
  };
  const paths = grants.map((grant) => grant.path);
  const near = suggest(path, paths);
  if (near && near !== path) return [{ what, fix: didYouMean(near) }];
  if (paths.length === 0 || near) return [what];
  return [{ what, fix: fill({ en: 'Its paths are <paths>', fr: 'Ses chemins sont <paths>' }, { paths }) }];
}
