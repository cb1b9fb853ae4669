import type { IConstruct } from 'constructs';
import { groupOf, type Manifest } from '../../constructs/kube/manifest.js';
import { isClusterScoped } from '../../constructs/kube/scope.js';
import { isProduction, splitEnvironment } from '../../constructs/values/environments.js';
import { ownLabels } from '../../constructs/values/labels.js';
import { sourcesOf, unitFolder } from './application.js';
import { type Pod, podIn } from './pod-view.js';
import { texts } from './untyped.js';

/** An object that is deployed, and where. */
export interface Item {
  readonly manifest: Manifest;
  /** Its file, for example `prod/chess/Deployment.chess.yaml`. */
  readonly file: string;
  /** The cluster that it lands on, the first folder of its file; empty if it has none. */
  readonly cluster: string;
  /** The unit that it is part of, the second folder of its file; empty if it has none. */
  readonly unit: string;
  /** The namespace that it lands in; empty if its kind has none. */
  readonly namespace: string;
  /** The construct that it was made by, if it is known. */
  readonly at?: IConstruct;
}

/** An object that makes pods. */
export interface Workload extends Item {
  readonly pod: Pod;
}

/** Where an Argo CD Application puts a folder. */
export interface Deployment {
  readonly application: Item;
  readonly project: string;
  readonly namespace: string;
}

/** What an Application says, as far as it matters here. */
export interface ApplicationView {
  readonly spec: {
    readonly project: string;
    readonly destination: { readonly name?: string; readonly namespace?: string };
  };
}

/** Whether a kustomization only lists files: then it makes and changes nothing that they do not show. */
const isList = (manifest: Manifest): boolean =>
  Object.keys(manifest).every((key) => ['apiVersion', 'kind', 'metadata', 'resources'].includes(key)) &&
  texts(manifest, 'resources').every((resource) => /^[^/:]+\.ya?ml$/.test(resource));

/** The host cluster's folder. */
export const host = 'host';

const pods = new WeakMap<Item, Workload>();

/** An item as what makes pods: the same one whenever it is asked for. */
function workloadOf(item: Item): Workload | undefined {
  const known = pods.get(item);
  const pod = known ? undefined : podIn(item.manifest);
  if (!pod) return known;
  const workload = { ...item, pod };
  pods.set(item, workload);
  return workload;
}

/** Everything that is deployed, and the questions that rules ask about it. */
export class Inventory {
  private readonly byKind = new Map<string, Item[]>();
  private readonly byName = new Map<string, Item>();
  private readonly byFolder = new Map<string, Deployment>();
  private readonly open = new Set<string>();
  /** All objects that make pods. */
  readonly workloads: readonly Workload[];

  constructor(readonly items: readonly Item[]) {
    const workloads: Workload[] = [];
    for (const item of items) {
      const { kind, metadata } = item.manifest;
      const others = this.byKind.get(kind);
      if (others) others.push(item);
      else this.byKind.set(kind, [item]);
      this.byName.set(nameOf(item.cluster, kind, metadata?.name, item.namespace), item);
      const workload = workloadOf(item);
      if (workload) workloads.push(workload);
    }
    this.workloads = workloads;
    for (const application of this.ofKind('Application')) this.learn(application);
    for (const { cluster, namespace, manifest } of this.ofKind('Kustomization'))
      if (!isList(manifest)) this.open.add(`${cluster}/${namespace}`);
  }

  /** The objects of these kinds, on all clusters. */
  ofKind(...kinds: readonly string[]): readonly Item[] {
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** The object of this kind and name where `near` is, or in another namespace of its cluster. */
  find(
    near: Pick<Item, 'cluster' | 'namespace'>,
    kind: string,
    name: string,
    namespace = near.namespace,
  ): Item | undefined {
    return (
      this.byName.get(nameOf(near.cluster, kind, name, namespace)) ??
      this.byName.get(nameOf(near.cluster, kind, name, ''))
    );
  }

  /** The names of what there is of a kind where `near` is: for suggestions. */
  names(near: Pick<Item, 'cluster' | 'namespace'>, kind: string): string[] {
    return this.ofKind(kind)
      .filter(
        ({ cluster, namespace }) =>
          cluster === near.cluster && (namespace === near.namespace || namespace === ''),
      )
      .map(({ manifest }) => manifest.metadata.name);
  }

  /** Which Application deploys the folder of an item. */
  deploymentOf({ cluster, unit }: Item): Deployment | undefined {
    return this.byFolder.get(`${cluster}/${unit}`);
  }

  /** Whether charts or releases put things there that no file shows: then nothing can be said of what is missing. */
  isOpen({ cluster, namespace }: Pick<Item, 'cluster' | 'namespace'>): boolean {
    return this.open.has(`${cluster}/${namespace}`);
  }

  /** Whether a club's project deploys it, or nothing is known of who does. */
  isClub(item: Item): boolean {
    const project = this.deploymentOf(item)?.project;
    return project === undefined || project.startsWith('club-');
  }

  private learn(application: Item): void {
    const view = application.manifest as unknown as ApplicationView;
    const { project = '', destination } = view.spec ?? {};
    const namespace = destination?.namespace ?? '';
    for (const { path, chart } of sourcesOf(view)) {
      const folder = unitFolder(path);
      if (folder) this.byFolder.set(folder, { application, project, namespace });
      const cluster =
        folder?.split('/')[0] ?? application.manifest.metadata.labels?.[ownLabels.cluster] ?? host;
      if (chart || !folder) this.open.add(`${cluster}/${namespace}`);
    }
  }
}

const nameOf = (cluster: string, kind: string, name: string, namespace: string): string =>
  [cluster, kind, namespace, name].join('\0');

/** Whether an item is for production: everything is that does not say otherwise by the name of its namespace. */
export function isProd({ namespace }: Item): boolean {
  const environment = splitEnvironment(namespace)?.environment;
  return environment ? isProduction(environment) : !/-pr-\d+$/.test(namespace);
}

/** Where a manifest of a unit lands: its own namespace, else the unit's; none if its kind has none. */
export const namespaceOf = (manifest: Manifest, unitNamespace: string): string =>
  isClusterScoped(groupOf(manifest), manifest.kind) ? '' : (manifest.metadata?.namespace ?? unitNamespace);
