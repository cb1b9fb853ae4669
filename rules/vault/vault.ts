// Policies are read by regular expressions: they use so little of HCL that no parser is needed.
import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { groupOf } from '../../constructs/kube/manifest.js';
import { hostName } from '../../constructs/kube/vcluster-names.js';
import { host, type Inventory, type Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { selects } from '../engine/pod-view.js';
import { at, list, text, texts } from '../engine/untyped.js';

/** Whether an object is for the operator that configures Vault. */
export const isVault = ({ manifest }: Item): boolean => groupOf(manifest) === 'redhatcop.redhat.io';

const named = (kind: string) =>
  once((inventory) => {
    const items = inventory.ofKind(kind).filter(isVault);
    return new Map(
      items.map((item) => [text(at(item.manifest, 'spec', 'name')) || item.manifest.metadata.name, item]),
    );
  });

/** The policies, by their name in Vault. */
export const policies = named('Policy');

/** The roles by which service accounts log in, by their name in Vault. */
export const roles = named('KubernetesAuthEngineRole');

/** A service account that logs in, by its name on the host. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** A path of a policy, and its capabilities. */
export interface Grant {
  readonly path: string;
  readonly capabilities: readonly string[];
}

const read = new WeakMap<Item, readonly Grant[]>();

/** The paths of a policy. */
export function grantsOf(policy: Item): readonly Grant[] {
  const grants = read.get(policy) ?? grantsIn(policy);
  read.set(policy, grants);
  return grants;
}

const grantsIn = (policy: Item): Grant[] =>
  [...text(at(policy.manifest, 'spec', 'policy')).matchAll(/^\s*path\s+"([^"\n]+)"\s*\{([^}]*)\}/gm)].map(
    ([, path = '', body = '']) => ({
      path,
      capabilities: [...body.matchAll(/"(\w+)"/g)].map(([, one = '']) => one),
    }),
  );

/** Whether the path of a policy matches another: `*` at its end is anything, `+` one part, `{{ }}` a field of the account. */
export function covers(pattern: string, path: string, { name, namespace }: Account): boolean {
  if (pattern === path) return true;
  const filled = pattern.replace(/\{\{(.*?)\}\}/g, (_, inner: string) => {
    if (inner.includes('service_account_namespace')) return namespace;
    return inner.includes('service_account_name') ? name : '+';
  });
  const parts = filled.split(/(\+|\*$)/).map((part) => {
    if (part === '+') return '[^/]+';
    return part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(path);
}

/** The service accounts that a role allows; `*` allows all. */
export const accountsOf = (role: Item): readonly string[] =>
  texts(at(role.manifest, 'spec', 'targetServiceAccounts'));

/** The namespaces that a role names; none if it selects them by labels. */
export const namespacesOf = (role: Item): readonly string[] =>
  texts(at(role.manifest, 'spec', 'targetNamespaces', 'targetNamespaces'));

/** Whether a role allows an account. */
export function letsIn(role: Item, { name, namespace }: Account, inventory: Inventory): boolean {
  if (!accountsOf(role).some((each) => each === '*' || each === name)) return false;
  const listed = namespacesOf(role);
  if (listed.includes('*') || listed.includes(namespace)) return true;
  const selector = at(role.manifest, 'spec', 'targetNamespaces', 'targetNamespaceSelector');
  if (selector === undefined) return false;
  const found = inventory.find({ cluster: role.cluster, namespace: '' }, 'Namespace', namespace);
  const labels = { 'kubernetes.io/metadata.name': namespace, ...found?.manifest.metadata.labels };
  return selects(
    {
      matchLabels: (at(selector, 'matchLabels') ?? {}) as Record<string, string>,
      matchExpressions: list(at(selector, 'matchExpressions')).map(({ key, operator, values }) => ({
        key: text(key),
        operator: text(operator),
        values: texts(values),
      })),
    },
    labels,
  );
}

/** The name and namespace on the host of a service account. */
export const hostAccount = ({ cluster, namespace }: Item, name: string): Account =>
  cluster === host || cluster === ''
    ? { name, namespace }
    : { name: hostName(name, namespace, cluster), namespace: hostNamespace(cluster) };

/** A login of Vault's operator for an object: by which role, as which account, and for what. */
export interface Login {
  readonly role: string;
  readonly account: Account;
  readonly path: string;
  readonly capability: string;
}

/** The logins of a VaultSecret or a RandomSecret. */
export function loginsOf({ manifest, namespace }: Item): Login[] {
  const spec = at(manifest, 'spec');
  const login = (of: unknown, path: string, capability: string): Login => {
    const name = text(at(of, 'authentication', 'serviceAccount', 'name')) || 'default';
    const role = text(at(of, 'authentication', 'role'));
    return { role, account: { name, namespace }, path, capability };
  };
  if (manifest.kind === 'RandomSecret')
    return [
      login(spec, `${text(at(spec, 'path'))}/${text(at(spec, 'name')) || manifest.metadata.name}`, 'create'),
    ];
  return list(at(spec, 'vaultSecretDefinitions')).map((each) =>
    login(each, text(each['path']), each['requestType'] === 'POST' ? 'update' : 'read'),
  );
}
