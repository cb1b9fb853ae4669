import { createHash } from 'node:crypto';
import type { ApplicationProps, ApplicationSpecSources } from '../imports/application-argoproj.io.js';
import { HostCluster } from './cluster.js';
import type { HelmSource } from './helm-source.js';
import { mirrored } from './mirror.js';
import type { Unit } from './unit.js';

/** Where Argo CD finds this repository. */
export interface GitSource {
  /** The repository's address, in one form everywhere. */
  readonly repository: string;
  /** The branch whose `dist/` is deployed. */
  readonly revision: string;
}

/** The annotation that makes the root drift when a unit's content changes, so that it looks at the waves again. */
const contentHashAnnotation = 'cedille.club/content-hash';

/**
 * The kinds that a chart brings to a virtual cluster, as `group/Kind`, separated by commas: no file shows them. What
 * comes to the host is not told, since nothing could be said there of what is missing.
 */
export const providesAnnotation = 'cedille.club/provides';

const isInside = ({ cluster }: Unit): boolean => !(cluster instanceof HostCluster);

/** The namespace that Argo CD watches for Applications and AppProjects. */
export const argocdNamespace = 'argocd';

/** Deleting an Application deletes what it deployed. */
export const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** Files of a unit, by name. */
export type UnitFiles = ReadonlyMap<string, string>;

/** The first 16 hexadecimal digits of the SHA-256 of a unit's files, in the order of their names. */
function contentHash(files: UnitFiles): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) hash.update(`${name}\0${files.get(name)}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** How every Application of the platform syncs: by itself, undoing what was changed or left behind by hand. */
export const syncPolicy = (options: readonly string[] = []): ApplicationProps['spec']['syncPolicy'] => ({
  automated: { prune: true, selfHeal: true },
  syncOptions: options.length > 0 ? [...options] : undefined,
  retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
});

/** The Application of one unit. */
export function applicationOf(
  unit: Unit,
  { git, mirror }: { readonly git: GitSource; readonly mirror?: string },
  wave: number,
  files: UnitFiles,
): ApplicationProps {
  const path = `dist/${unit.path}`;
  const folder = {
    repoUrl: git.repository,
    targetRevision: git.revision,
    path,
    ...(unit.plugin && { plugin: { name: unit.plugin } }),
  };
  const charts = unit.charts.map((source) => chartSource(source, mirror));
  const sources = files.size > 0 ? [...charts, folder] : charts;
  return {
    metadata: {
      name: unit.applicationName,
      namespace: argocdNamespace,
      labels: {
        'cedille.club/cluster': unit.cluster.clusterName,
        'cedille.club/project': unit.project.projectName, // by which notifications are subscribed to
      },
      annotations: {
        'argocd.argoproj.io/sync-wave': `${wave}`,
        'argocd.argoproj.io/manifest-generate-paths': `/${path}`,
        [contentHashAnnotation]: contentHash(files),
        ...(isInside(unit) && unit.provides.length > 0 && { [providesAnnotation]: unit.provides.join(',') }),
      },
      finalizers: [finalizer],
    },
    spec: {
      project: unit.project.projectName,
      destination: { name: unit.cluster.destination, namespace: unit.destinationNamespace },
      ...(sources.length > 1 ? { sources } : { source: sources[0] }),
      syncPolicy: syncPolicy([...unit.syncOptions]),
      ignoreDifferences: unit.ignoreDifferences.length
        ? unit.ignoreDifferences.map((ignored) => ({ ...ignored, jsonPointers: [...ignored.jsonPointers] }))
        : undefined,
    },
  };
}

const chartSource = (
  { chart, releaseName, values, skipCrds }: HelmSource,
  mirror: string | undefined,
): ApplicationSpecSources => ({
  repoUrl: mirrored(chart.repository, mirror),
  chart: chart.name,
  targetRevision: chart.version,
  helm: {
    releaseName: releaseName ?? chart.name,
    ...(values && { valuesObject: values }),
    ...(skipCrds && { skipCrds }),
  },
});
