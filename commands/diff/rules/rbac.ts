import type { Manifest } from '../../../constructs/kube/manifest.js';
import type { Change } from '../changes.js';
import { more, nameOf, type Rules } from './rule.js';

interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs?: readonly string[];
}

/** Verbs by which an account gets rights that it was not given. */
const dangerous = new Set(['*', 'escalate', 'bind', 'impersonate']);

/** `get secrets`, `* apps/*`: each verb on each resource. */
function rights(manifest: Manifest | undefined): string[] {
  if (!['Role', 'ClusterRole'].includes(manifest?.kind ?? '')) return [];
  return ((manifest?.['rules'] ?? []) as PolicyRule[]).flatMap((rule) => {
    const only = rule.resourceNames ? ` named ${rule.resourceNames.join(', ')}` : '';
    const kinds = (rule.apiGroups ?? ['']).flatMap((group) =>
      (rule.resources ?? []).map((resource) => `${group ? `${group}/` : ''}${resource}${only}`),
    );
    return (rule.verbs ?? []).flatMap((verb) =>
      [...kinds, ...(rule.nonResourceURLs ?? [])].map((what) => `${verb} ${what}`),
    );
  });
}

const isWild = (right: string): boolean => {
  const [verb = '', what = ''] = right.split(' ');
  return dangerous.has(verb) || what.split('/').includes('*');
};

const newRights = (change: Change): string[] =>
  more(rights(change.before?.manifest), rights(change.after?.manifest));

interface Binding {
  readonly roleRef?: { readonly name?: string };
  readonly subjects?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
  }[];
}

function newSubjects({ before, after, resource }: Change): { role: string; names: string[] } {
  if (!['RoleBinding', 'ClusterRoleBinding'].includes(resource.kind)) return { role: '', names: [] };
  const of = (manifest: Manifest | undefined) => manifest as unknown as Binding | undefined;
  const role = of(after?.manifest)?.roleRef?.name ?? '';
  const bound = (binding: Binding | undefined) =>
    (binding?.subjects ?? []).map(
      ({ kind, name, namespace }) =>
        `${kind} ${namespace ? `${namespace}/` : ''}${name} as ${binding?.roleRef?.name}`,
    );
  return { role, names: more(bound(of(before?.manifest)), bound(of(after?.manifest))) };
}

/** What accounts may ask of the cluster. */
export const rbac = {
  'rbac-wildcard': (change) =>
    newRights(change)
      .filter(isWild)
      .map((right) => `${nameOf(change)} may ${right}`),

  'rbac-widened': (change) =>
    newRights(change)
      .filter((right) => !isWild(right))
      .map((right) => `${nameOf(change)} may ${right}`),

  'cluster-admin': (change) => {
    const { role, names } = newSubjects(change);
    return role === 'cluster-admin' ? names.map((name) => `${nameOf(change)} binds ${name}`) : [];
  },

  'binding-widened': (change) => {
    const { role, names } = newSubjects(change);
    return role === 'cluster-admin' ? [] : names.map((name) => `${nameOf(change)} binds ${name}`);
  },
} satisfies Rules;
