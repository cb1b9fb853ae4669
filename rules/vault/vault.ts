// Policies are read by expressions: they consist of four statements of HCL, for which no parser is needed.
import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { groupOf } from '../../constructs/kube/manifest.js';
import { hostName } from '../../constructs/kube/vcluster-names.js';
import { host, type Inventory, type Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { selects } from '../engine/pod-view.js';
import { at, list, text, texts } from '../engine/untyped.js';

/** Whether an object is one of the operator that configures Vault. */
export const isVault = ({ manifest }: Item): boolean => groupOf(manifest) === 'redhatcop.redhat.io';

const named = (kind: string) =>
  once((inventory) => {
    const items = inventory.ofKind(kind).filter(isVault);
    return new Map(
      items.map((item) => [text(at(item.manifest, 'spec', 'name')) || item.manifest.metadata.name, item]),
    );
  });

/** Vault's policies, by the name that Vault knows. */
export const policies = named('Policy');

/** The roles by which service accounts log in, by the name that Vault knows. */
export const roles = named('KubernetesAuthEngineRole');

/** Who logs in: a service account of the host, by the name that the host knows. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** A path of a policy, and what may be done there. */
export interface Grant {
  readonly path: string;
  readonly capabilities: readonly string[];
}

const read = new WeakMap<Item, readonly Grant[]>();

/** What a policy says, read from Vault's own language. */
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

/** Whether a policy's path covers another: `*` at its end stands for anything, `+` for one part, `{{ }}` for the account. */
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

/** The service accounts that a role lets in; `*` lets in all. */
export const accountsOf = (role: Item): readonly string[] =>
  texts(at(role.manifest, 'spec', 'targetServiceAccounts'));

/** The namespaces that a role names, if it selects them by no labels. */
export const namespacesOf = (role: Item): readonly string[] =>
  texts(at(role.manifest, 'spec', 'targetNamespaces', 'targetNamespaces'));

/** Whether a role lets an account in. */
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

/** A service account by the name that the host knows. */
export const hostAccount = ({ cluster, namespace }: Item, name: string): Account =>
  cluster === host || cluster === ''
    ? { name, namespace }
    : { name: hostName(name, namespace, cluster), namespace: hostNamespace(cluster) };

/** Who logs in, how, and what for: what the objects say that have Vault's operator fetch or write a secret. */
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
