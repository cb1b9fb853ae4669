import { hostNamespace } from '../../../constructs/kube/host-namespace.js';
import type { Catalog, Place, UnitEntry } from '../model.js';

/** The address of a GitHub team `@organisation/team`, or of an organisation `@organisation`. */
export function githubAddress(name: string): string {
  const [, organisation = '', team] = /^@([\w-]+)(?:\/([\w-]+))?$/.exec(name) ?? [];
  return team
    ? `https://github.com/orgs/${organisation}/teams/${team}`
    : `https://github.com/${organisation}`;
}

/** A file or folder of the repository, or its history. */
export const repositoryAddress = (
  { repository: { url, branch } }: Catalog,
  what: 'blob' | 'tree' | 'commits',
  path: string,
): string => `${url}/${what}/${branch}/${path}`;

/** A unit's Application in Argo CD. */
export const argocdAddress = ({ tools }: Catalog, { application }: UnitEntry): string | undefined =>
  tools.argocd && `${tools.argocd}/applications/argocd/${application}`;

/**
 * The memory of a place's pods over the last hours, in Grafana. Pods of a virtual cluster are called
 * `<pod>-x-<namespace>-x-<cluster>` in the host's namespace of that cluster.
 */
export function grafanaAddress(
  { tools, clusters }: Catalog,
  { cluster, namespace }: Place,
): string | undefined {
  if (!tools.grafana) return undefined;
  const isVirtual = clusters.some(({ name, kind }) => name === cluster && kind === 'virtual');
  const pods = isVirtual
    ? `namespace="${hostNamespace(cluster)}",pod=~".+-x-${namespace}-x-${cluster}"`
    : `namespace="${namespace}"`;
  const expr = `sum by (pod) (container_memory_working_set_bytes{container!="",${pods}})`;
  const pane = {
    datasource: 'prometheus',
    queries: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prometheus' }, expr }],
    range: { from: 'now-6h', to: 'now' },
  };
  const panes = encodeURIComponent(JSON.stringify({ pods: pane }));
  return `${tools.grafana}/explore?schemaVersion=1&orgId=1&panes=${panes}`;
}

/** Within the page: an entry, and a unit on the map. */
export const entryAnchor = (id: string): string => `#/${encodeURIComponent(id)}`;
export const mapAnchor = (path: string): string =>
  `#map/${path.split('/').map(encodeURIComponent).join('/')}`;
