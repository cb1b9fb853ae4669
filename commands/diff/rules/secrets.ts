import type { Manifest } from '../../../constructs/kube/manifest.js';
import type { Change } from '../changes.js';
import { more, nameOf, type Rules } from './rule.js';

/** `read kv/data/apps/chess`: each capability on each path of a Vault policy, and what it no longer denies. */
function grants(manifest: Manifest | undefined): { given: string[]; denied: string[] } {
  const { policy = '' } = (manifest?.['spec'] ?? {}) as { policy?: string };
  if (manifest?.kind !== 'Policy') return { given: [], denied: [] };
  const blocks = policy.replace(/^\s*(#|\/\/).*$/gm, '').matchAll(/path\s+"([^"]+)"\s*\{(.*?)\}/gs);
  const pairs = [...blocks].flatMap(([, path, body = '']) => {
    const list = /capabilities\s*=\s*\[([^\]]*)\]/s.exec(body)?.[1] ?? '';
    return [...list.matchAll(/"([^"]+)"/g)].map(([, capability = '']) => `${capability} ${path}`);
  });
  return {
    given: pairs.filter((pair) => !pair.startsWith('deny ')),
    denied: pairs.filter((pair) => pair.startsWith('deny ')),
  };
}

function newGrants({ before, after }: Change): string[] {
  const [was, is] = [grants(before?.manifest), grants(after?.manifest)];
  const undenied = after
    ? more(is.denied, was.denied).map((pair) => pair.replace(/^deny /, 'no longer denied '))
    : [];
  return [...more(was.given, is.given), ...undenied];
}

const isWild = (grant: string): boolean => /[*+]/.test(grant) || grant.startsWith('sudo ');

/** What a Vault role gives, and to which accounts. */
function roles(manifest: Manifest | undefined): string[] {
  if (manifest?.kind !== 'KubernetesAuthEngineRole') return [];
  const spec = (manifest['spec'] ?? {}) as {
    targetNamespaces?: { targetNamespaces?: readonly string[]; targetNamespaceSelector?: object };
    targetServiceAccounts?: readonly string[];
    policies?: readonly string[];
  };
  const selector = spec.targetNamespaces?.targetNamespaceSelector;
  return [
    ...(spec.targetNamespaces?.targetNamespaces ?? []).map((name) => `admits namespace ${name}`),
    ...(selector ? ['admits namespace * by a selector'] : []),
    ...(spec.targetServiceAccounts ?? []).map((name) => `admits account ${name}`),
    ...(spec.policies ?? []).map((name) => `gives policy ${name}`),
  ];
}

const newRoles = (change: Change): string[] =>
  change.after ? more(roles(change.before?.manifest), roles(change.after.manifest)) : [];
const isWildRole = (what: string): boolean => what.includes('*') || what === 'gives policy root';

/** Who gets which secrets. What a new role or policy gives by name is what it is for. */
export const secrets = {
  'vault-wildcard': (change) =>
    newGrants(change)
      .filter(isWild)
      .map((grant) => `${nameOf(change)}: ${grant}`),

  'vault-widened': (change) =>
    change.action === 'changed'
      ? newGrants(change)
          .filter((grant) => !isWild(grant))
          .map((grant) => `${nameOf(change)}: ${grant}`)
      : [],

  'vault-role-wildcard': (change) =>
    newRoles(change)
      .filter(isWildRole)
      .map((what) => `${nameOf(change)} ${what}`),

  'vault-role-widened': (change) =>
    change.action === 'changed'
      ? newRoles(change)
          .filter((what) => !isWildRole(what))
          .map((what) => `${nameOf(change)} ${what}`)
      : [],

  'secret-in-git': ({ before, after, resource }) => {
    const keys = (manifest: Manifest | undefined) =>
      ['data', 'stringData'].flatMap((field) => Object.keys((manifest?.[field] ?? {}) as object));
    return resource.kind === 'Secret'
      ? more(keys(before?.manifest), keys(after?.manifest)).map(
          (key) => `Secret ${resource.name} holds ${key}`,
        )
      : [];
  },
} satisfies Rules;
