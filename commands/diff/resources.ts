import { loadAll } from 'js-yaml';
import { groupOf, type Manifest } from '../../constructs/kube/manifest.js';
import { isClusterScoped } from '../../constructs/kube/scope.js';
import { ownLabels } from '../../constructs/values/labels.js';
import { sourcesOf, unitFolder } from '../../rules/engine/application.js';
import { type ApplicationView, host } from '../../rules/engine/inventory.js';
import { isMap, type Values } from './list-keys.js';
import { settled } from './noise.js';
import { type Tree, UseError } from './trees.js';

/** One object of a `dist/`. */
export interface Resource {
  /** Where it lands: `host`, `prod`, …; `omni` for the servers themselves. */
  readonly cluster: string;
  /** The unit that it is part of, or that it is the Application of. */
  readonly unit: string;
  readonly kind: string;
  /** Empty if its kind has none. */
  readonly namespace: string;
  readonly name: string;
  /** Below `dist/`. */
  readonly file: string;
  /** Without what merely follows from something else. */
  readonly manifest: Manifest;
  /** The same for the same object before and after, in whichever file or unit it lies. */
  readonly id: string;
}

/** The Applications of a `dist/`, by the folder that they deploy: `prod/chess`. */
export type Applications = ReadonlyMap<string, ApplicationView & Manifest>;

/** What is known of one side of a comparison. */
export interface Side {
  readonly applications: Applications;
  /** Of the files that were asked for. */
  readonly resources: readonly Resource[];
}

/** The unit of objects that Argo CD's root deploys, beside Applications. */
export const rootUnit = 'app-of-apps';

/** Reads the Applications of a tree, and all objects of some files. Throws a UseError that tells every broken file. */
export function readSide(tree: Tree, files: ReadonlySet<string>): Side {
  const faults: string[] = [];
  const documents = [...tree].flatMap(([file, text]) => {
    if (!files.has(file) && !file.startsWith('argocd/')) return [];
    try {
      return (loadAll(text) as unknown[]).filter(isMap).map((manifest) => ({ file, manifest }));
    } catch (error) {
      faults.push(`dist/${file} is no YAML: ${(error as Error).message.split('\n')[0]}`);
      return [];
    }
  });
  if (faults.length > 0) throw new UseError(`${faults.join('\n')}\nWrite dist/ anew with npx cdk8s synth.`);
  const applications = new Map<string, ApplicationView & Manifest>();
  for (const { file, manifest } of documents) {
    const view = file.startsWith('argocd/') ? asApplication(manifest) : undefined;
    if (view) applications.set(unitOf(view), view);
  }
  const resources = documents
    .filter(({ file }) => files.has(file))
    .map(({ file, manifest }) => resourceOf(file, manifest, applications));
  return { applications, resources: distinct(resources) };
}

/** Anyone may write anything into a pull request: an Application is one only if it has an Application's form. */
function asApplication(manifest: Values): (ApplicationView & Manifest) | undefined {
  const { kind, metadata, spec } = manifest;
  if (kind !== 'Application' || !isMap(metadata) || !isMap(spec) || !isMap(spec['destination']))
    return undefined;
  const sources = spec['sources'] ?? [spec['source']];
  return Array.isArray(sources) && sources.every(isMap)
    ? (manifest as unknown as ApplicationView & Manifest)
    : undefined;
}

/** `prod/chess`, of the Application that deploys it. */
function unitOf(view: ApplicationView & Manifest): string {
  const folder = sourcesOf(view).map(({ path }) => unitFolder(path));
  const cluster = view.metadata.labels?.[ownLabels.cluster] ?? host;
  const name = String(view.metadata.name);
  const named = name.startsWith(`${cluster}-`) ? name.slice(cluster.length + 1) : name;
  return folder.find(Boolean) ?? `${cluster}/${named}`;
}

function placeOf(file: string, manifest: Values): string[] {
  const [first = '', second = '', third] = file.split('/');
  const view = first === 'argocd' ? asApplication(manifest) : undefined;
  if (view) return unitOf(view).split('/');
  if (first === 'argocd' || second === '') return [host, rootUnit];
  return first === 'omni' || third === undefined ? [first, 'servers'] : [first, second];
}

function resourceOf(file: string, document: Values, applications: Applications): Resource {
  const [cluster = '', unit = ''] = placeOf(file, document);
  const manifest = settled(document as unknown as Manifest);
  const { apiVersion, kind, metadata } = document;
  const own = (field: string) =>
    isMap(metadata) && typeof metadata[field] === 'string' ? metadata[field] : undefined;
  const title = typeof kind === 'string' ? kind : 'File';
  if (typeof apiVersion !== 'string' || title === 'File' || own('name') === undefined) {
    const name = typeof document['name'] === 'string' ? document['name'] : (file.split('/').at(-1) ?? '');
    return {
      cluster,
      unit,
      kind: title,
      namespace: '',
      name,
      file,
      manifest,
      id: [file, title, name].join('\0'),
    };
  }
  const name = own('name') ?? '';
  const group = groupOf({ apiVersion });
  const destination = applications.get(`${cluster}/${unit}`)?.spec.destination.namespace;
  const namespace = isClusterScoped(group, title) ? '' : (own('namespace') ?? String(destination ?? ''));
  const lands = file.startsWith('argocd/') ? host : cluster;
  const id = [lands, group, title, namespace, name].join('\0');
  return { cluster, unit, kind: title, namespace, name, file, manifest, id };
}

/** Two objects of one identity are a fault of whoever wrote them, but neither may hide the other. */
function distinct(resources: readonly Resource[]): Resource[] {
  const seen = new Map<string, number>();
  const inOrder = [...resources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return inOrder.map((resource) => {
    const count = seen.get(resource.id) ?? 0;
    seen.set(resource.id, count + 1);
    return count === 0 ? resource : { ...resource, id: `${resource.id}\0${count}` };
  });
}
