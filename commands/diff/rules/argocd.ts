import type { Manifest } from '../../../constructs/kube/manifest.js';
import { sourcesOf } from '../../../rules/engine/application.js';
import type { ApplicationView } from '../../../rules/engine/inventory.js';
import type { Change, Comparison } from '../changes.js';
import { isBelow } from '../fields.js';
import type { Applications } from '../resources.js';
import { more, nameOf, type Rules } from './rule.js';

const view = (manifest: Manifest | undefined): ApplicationView['spec'] | undefined =>
  manifest?.kind === 'Application' ? (manifest as unknown as ApplicationView).spec : undefined;

const destinationOf = ({ destination }: ApplicationView['spec']): string =>
  `cluster ${destination?.name ?? '?'}, namespace ${destination?.namespace ?? '?'}`;

interface ProjectSpec {
  readonly sourceRepos?: readonly string[];
  readonly destinations?: readonly {
    readonly name?: string;
    readonly server?: string;
    readonly namespace?: string;
  }[];
  readonly clusterResourceWhitelist?: readonly Kind[];
  readonly namespaceResourceWhitelist?: readonly Kind[];
  readonly clusterResourceBlacklist?: readonly Kind[];
  readonly namespaceResourceBlacklist?: readonly Kind[];
  readonly roles?: readonly { readonly groups?: readonly string[]; readonly policies?: readonly string[] }[];
}
type Kind = { readonly group: string; readonly kind: string };

const destinationText = (cluster: string | undefined, namespace: string | undefined): string =>
  `namespace ${namespace ?? '*'} of cluster ${cluster ?? '*'}`;

/** All that a project lets through. */
function limits(manifest: Manifest | undefined): { allows: string[]; forbids: string[] } {
  if (manifest?.kind !== 'AppProject') return { allows: [], forbids: [] };
  const spec = (manifest['spec'] ?? {}) as ProjectSpec;
  const kinds = (what: string, list: readonly Kind[] = []) =>
    list.map(({ group, kind }) => `${what} ${group ? `${group}/` : ''}${kind}`);
  return {
    allows: [
      ...(spec.sourceRepos ?? []).map((address) => `source ${address}`),
      ...(spec.destinations ?? []).map(({ name, server, namespace }) =>
        destinationText(name ?? server, namespace),
      ),
      ...kinds('cluster-scoped kind', spec.clusterResourceWhitelist),
      ...kinds('kind', spec.namespaceResourceWhitelist),
      ...(spec.roles ?? []).flatMap(({ groups = [], policies = [] }) => [
        ...groups.map((group) => `group ${group}`),
        ...policies.map((policy) => `policy ${policy}`),
      ]),
    ],
    forbids: [
      ...kinds('cluster-scoped kind', spec.clusterResourceBlacklist),
      ...kinds('kind', spec.namespaceResourceBlacklist),
    ],
  };
}

const isOpen = (what: string): boolean => !/^(policy|kind) /.test(what) && what.includes('*');

/** What an Application that is new in the same change needs of its project. */
function needed({ before, after }: Comparison): Set<string> {
  const news = [...after].filter(([unit]) => !before.has(unit)).map(([, application]) => application);
  return new Set(
    news.flatMap((application) => [
      destinationText(application.spec.destination?.name, application.spec.destination?.namespace),
      ...sourcesOf(application).map(({ repoURL }) => `source ${repoURL}`),
    ]),
  );
}

function widened(change: Change, comparison: Comparison): string[] {
  const [was, is] = [limits(change.before?.manifest), limits(change.after?.manifest)];
  const due = needed(comparison);
  const lifted = change.after ? more(is.forbids, was.forbids) : [];
  return [...more(was.allows, is.allows).filter((what) => isOpen(what) || !due.has(what)), ...lifted];
}

const nameIn = (applications: Applications, unit: string): string | undefined =>
  applications.get(unit)?.metadata.name;

/** Whether another Application has taken the unit over. */
const isReplaced = ({ resource: { cluster, unit, name } }: Change, { after }: Comparison): boolean =>
  (nameIn(after, `${cluster}/${unit}`) ?? name) !== name;

/** What Argo CD deploys, where, and what its projects allow. */
export const argocd = {
  'application-removed': (change, comparison) =>
    change.action === 'removed' && view(change.before?.manifest) && !isReplaced(change, comparison)
      ? [`the unit ${change.resource.cluster}/${change.resource.unit} is taken off`]
      : [],

  'application-renamed': (change, comparison) =>
    change.action === 'removed' && view(change.before?.manifest) && isReplaced(change, comparison)
      ? [`${nameOf(change)} gives way to another Application of the same unit`]
      : [],

  'application-moved': ({ before, after, resource }) => {
    const [was, is] = [view(before?.manifest), view(after?.manifest)];
    return was && is && destinationOf(was) !== destinationOf(is)
      ? [`Application ${resource.name}: ${destinationOf(was)} → ${destinationOf(is)}`]
      : [];
  },

  'application-refenced': ({ before, after, resource }) => {
    const [was, is] = [view(before?.manifest), view(after?.manifest)];
    return was && is && was.project !== is.project
      ? [`Application ${resource.name}: project ${was.project} → ${is.project}`]
      : [];
  },

  'sync-changed': (change) =>
    view(change.after?.manifest) &&
    change.fields.some((field) =>
      ['spec.syncPolicy', 'spec.ignoreDifferences'].some((path) => isBelow(field, path)),
    )
      ? [`${nameOf(change)} is synced in another way`]
      : [],

  'project-opened': (change, comparison) =>
    widened(change, comparison)
      .filter(isOpen)
      .map((what) => `${nameOf(change)} allows ${what}`),

  'project-widened': (change, comparison) =>
    change.action === 'changed'
      ? widened(change, comparison)
          .filter((what) => !isOpen(what))
          .map((what) => `${nameOf(change)} allows ${what}`)
      : [],

  'unit-changed': ({ action, before, after }) =>
    action === 'changed' && before && after && before.unit !== after.unit && after.kind !== 'Application'
      ? [`${after.kind} ${after.name} moves from unit ${before.unit} to ${after.unit}`]
      : [],
} satisfies Rules;
