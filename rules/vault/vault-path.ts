import { oneOf, suggest } from '../../constructs/values/names.js';
import type { Inventory, Item } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, texts } from '../engine/untyped.js';
import { app, policy, role, secretClass } from '../examples/vault-examples.js';
import { covers, grantsOf, isVault, type Login, loginsOf, policies, roles } from './vault.js';
import { classKey, classPaths, classRole, isVaultClass, mounters } from './vault-classes.js';

export const vaultPath: ObjectRule = {
  id: 'vault-path',
  title: 'Every path of Vault that is used is allowed to whoever asks for it',
  why: 'Vault refuses what no policy of the role allows, and the pod waits for its secrets without end.',
  fix: 'Name the path in a policy of the role',
  kinds: ['SecretProviderClass', 'VaultSecret', 'RandomSecret'],
  applies: (item) => (item.manifest.kind === 'SecretProviderClass' ? isVaultClass(item) : isVault(item)),
  check: (item, inventory) => {
    if (item.manifest.kind !== 'SecretProviderClass')
      return loginsOf(item).flatMap((login) => refusals(login, inventory));
    const paths = classPaths(item);
    if (!paths) return ['its objects are no YAML'];
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
};

function refusals({ role: name, account, path, capability }: Login, inventory: Inventory): Fault[] {
  const known = roles(inventory);
  if (known.size === 0) return []; // the rest of the platform is not there to be looked at
  const found = known.get(name);
  if (!found) {
    const near = suggest(name, known.keys());
    const what = `its role '${name}' does not exist`;
    return [near ? { what, fix: `Did you mean ${near}?` } : what];
  }
  const named = texts(at(found.manifest, 'spec', 'policies')).map((each) => policies(inventory).get(each));
  const there = named.filter((each): each is Item => each !== undefined);
  if (path === '' || there.length < named.length) return []; // of a policy that is missing the role's rule tells
  const grants = there.flatMap(grantsOf);
  const isAllowed = grants.some(
    (grant) => covers(grant.path, path, account) && grant.capabilities.includes(capability),
  );
  if (isAllowed) return [];
  const near = suggest(
    path,
    grants.map((grant) => grant.path),
  );
  const what = `role '${name}' may not ${capability} '${path}'`;
  return [
    {
      what,
      fix: near
        ? `Did you mean ${near}?`
        : `It may use ${oneOf(grants.map((grant) => grant.path)) || 'nothing'}`,
    },
  ];
}
