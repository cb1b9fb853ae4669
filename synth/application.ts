import { createHash } from 'node:crypto';
import { argocdNamespace, finalizer, type GitSource, syncPolicy } from '../constructs/argocd/argocd.js';
import type { HelmSource } from '../constructs/argocd/helm-source.js';
import { mirrored } from '../constructs/kube/mirror.js';
import type { Unit } from '../constructs/platform/unit.js';
import { ownAnnotations, ownLabels } from '../constructs/values/labels.js';
import type { ApplicationProps, ApplicationSpecSources } from '../imports/application-argoproj.io.js';
import type { UnitFiles } from './rendered.js';

const isInside = ({ cluster }: Unit): boolean => cluster.isVirtual;

/** The first 16 hexadecimal digits of the SHA-256 of a unit's files, in the order of their names. */
function contentHash(files: UnitFiles): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) hash.update(`${name}\0${files.get(name)}\0`);
  return hash.digest('hex').slice(0, 16);
}

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
        [ownLabels.cluster]: unit.cluster.clusterName,
        [ownLabels.project]: unit.project.projectName, // by which notifications are subscribed to
      },
      annotations: {
        'argocd.argoproj.io/sync-wave': `${wave}`,
        'argocd.argoproj.io/manifest-generate-paths': `/${path}`,
        [ownAnnotations.contentHash]: contentHash(files),
        ...(isInside(unit) &&
          unit.provides.length > 0 && { [ownAnnotations.provides]: unit.provides.join(',') }),
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
