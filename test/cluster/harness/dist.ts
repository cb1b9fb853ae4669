import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Manifest } from '../../../constructs/kube/manifest.js';

/** What the tests read of an Application. */
export interface Application extends Manifest {
  readonly spec: {
    readonly project: string;
    readonly destination: { readonly name: string; readonly namespace: string };
    readonly source?: Source;
    readonly sources?: readonly Source[];
  };
}

export interface Source {
  readonly repoURL: string;
  readonly path?: string;
  readonly chart?: string;
  readonly targetRevision: string;
  // biome-ignore lint/suspicious/noExplicitAny: values are whatever the chart takes
  readonly helm?: { readonly releaseName?: string; readonly valuesObject?: any };
}

/** An object and the file it lies in. */
export interface FileObject {
  /** `dist/host/vault/Namespace.vault.yaml`. */
  readonly file: string;
  readonly manifest: Manifest;
}

/** A unit as it lies in `dist/`: its Application, and its objects in the order in which they are applied. */
export interface DistUnit {
  readonly application: Application;
  readonly name: string;
  /** `host` or a virtual cluster's name: the folder that its own lies in. */
  readonly cluster: string;
  readonly namespace: string;
  readonly wave: number;
  readonly objects: readonly FileObject[];
  readonly charts: readonly Source[];
  /** The kustomization, if it has one, and of its resources those that lie upstream. */
  readonly kustomization?: Kustomization;
  readonly upstream: readonly string[];
}

export interface Kustomization {
  readonly resources: readonly string[];
  readonly patches?: readonly { readonly patch: string; readonly target: { kind: string; name?: string } }[];
}

const clusterLabel = 'cedille.club/cluster';

/** The units of a `dist/`, those of earlier waves first. */
export function unitsOf(dist: string): DistUnit[] {
  return readdirSync(join(dist, 'argocd'))
    .filter((name) => name.startsWith('Application.'))
    .map((name) => unitOf(dist, documents<Application>(join(dist, 'argocd', name))[0] as Application))
    .sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
}

function unitOf(dist: string, application: Application): DistUnit {
  const sources = application.spec.sources ?? [application.spec.source ?? []].flat();
  const path = sources.find((source) => source.path)?.path;
  const folder = path && join(dist, path.replace(/^dist\//, ''));
  const names = folder ? readdirSync(folder).sort() : [];
  const kustomization = names.includes('kustomization.yaml')
    ? documents<Kustomization>(join(folder as string, 'kustomization.yaml'))[0]
    : undefined;
  const objects = names
    .filter((name) => name !== 'kustomization.yaml')
    .flatMap((name) =>
      documents<Manifest>(join(folder as string, name)).map((manifest) => ({
        file: `${path}/${name}`,
        manifest,
      })),
    );
  return {
    application,
    name: application.metadata.name,
    cluster: application.metadata.labels?.[clusterLabel] ?? '',
    namespace: application.spec.destination.namespace,
    wave: waveOf(application),
    objects: objects.sort((a, b) => turn(a.manifest) - turn(b.manifest)),
    charts: sources.filter((source) => source.chart),
    kustomization,
    upstream: (kustomization?.resources ?? []).filter((resource) => resource.includes('://')),
  };
}

/** What is applied to the host beside the units, in the shape of one: the root, and what it syncs. */
export function argocdUnit(dist: string): DistUnit {
  const paths = ['root.yaml', ...readdirSync(join(dist, 'argocd')).map((name) => `argocd/${name}`)].sort();
  const objects = paths.flatMap((path) =>
    documents<Manifest>(join(dist, path)).map((manifest) => ({ file: `dist/${path}`, manifest })),
  );
  const application = objects.find(
    ({ manifest }) => manifest.kind === 'Application' && manifest.metadata.name === 'root',
  );
  if (!application) throw new Error('root.yaml holds no Application root');
  return {
    application: application.manifest as Application,
    ...{ name: 'root', cluster: 'host', namespace: 'argocd', wave: Number.POSITIVE_INFINITY },
    ...{ objects, charts: [], upstream: [] },
  };
}

/** All documents of one YAML file. */
export const documents = <T>(file: string): T[] =>
  loadAll(readFileSync(file, 'utf8')).filter((document) => document) as T[];

const waveOf = (manifest: Manifest) =>
  Number(manifest.metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** Its wave, and within that, as Argo CD does it, what others live in first. */
const turn = (manifest: Manifest) => waveOf(manifest) * 10 + (first.indexOf(manifest.kind) + 1 || 9);
const first = [
  'Namespace',
  'ServiceAccount',
  'ConfigMap',
  'StorageClass',
  'PersistentVolumeClaim',
  'ClusterRole',
];

/** The objects that a kustomization's upstream surely has, because patches name them: what else it has is unknown here. */
export function namespacesUpstream(unit: DistUnit): Manifest[] {
  return (unit.kustomization?.patches ?? [])
    .filter(({ patch, target }) => target.kind === 'Namespace' && !patch.includes('$patch'))
    .map(({ patch }) => loadAll(patch)[0] as Manifest);
}
