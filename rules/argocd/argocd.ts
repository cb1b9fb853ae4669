import { groupOf } from '../../constructs/kube/manifest.js';
import { distFolder, sourcesOf, unitFolder } from '../engine/application.js';
import { host, type Inventory, type Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { at, text, texts } from '../engine/untyped.js';

/** The destination of an Application: the cluster, by name and by address, and the namespace. */
export interface Destination {
  readonly name: string;
  readonly server: string;
  readonly namespace: string;
}

/** What Argo CD calls the cluster that it runs on. */
export const hostDestination = { name: 'in-cluster', server: 'https://kubernetes.default.svc' };

/** Whether an object is one of Argo CD's own. */
export const isArgo = ({ manifest }: Item): boolean => groupOf(manifest) === 'argoproj.io';

/** Argo CD's objects of a kind. */
export const argoObjects = (inventory: Inventory, ...kinds: readonly string[]): readonly Item[] =>
  inventory.ofKind(...kinds).filter(isArgo);

/** The folders of `dist/` that an Application deploys. */
export const foldersOf = (application: Item): readonly string[] =>
  sourcesOf(application.manifest).flatMap(({ path }) => distFolder(path) ?? []);

/** The folders of units among them, `<cluster>/<unit>`. */
export const unitFoldersOf = (application: Item): readonly string[] =>
  sourcesOf(application.manifest).flatMap(({ path }) => unitFolder(path) ?? []);

/** The AppProjects, by name. */
export const projects = once(
  (inventory) =>
    new Map(argoObjects(inventory, 'AppProject').map((item) => [item.manifest.metadata.name, item])),
);

/** The address of each cluster that Argo CD knows, by name. */
export const clusters = once((inventory) => {
  const known = new Map([[hostDestination.name, hostDestination.server]]);
  for (const { manifest } of inventory.ofKind('Cluster')) {
    if (groupOf(manifest) !== 'cluster.argocd.crossplane.io') continue;
    const provider = at(manifest, 'spec', 'forProvider');
    known.set(text(at(provider, 'name')) || manifest.metadata.name, text(at(provider, 'server')));
  }
  return known;
});

/** The destination of an Application. If it gives only the name or only the address of the cluster, the other is filled in. */
export function destinationOf({ manifest }: Item, inventory: Inventory): Destination {
  const given = at(manifest, 'spec', 'destination');
  const [name, server] = [text(at(given, 'name')), text(at(given, 'server'))];
  const known = [...clusters(inventory)];
  return {
    name: name || (known.find(([, address]) => server !== '' && address === server)?.[0] ?? ''),
    server: server || (clusters(inventory).get(name) ?? ''),
    namespace: text(at(given, 'namespace')),
  };
}

/** The folder of `dist/` for the cluster that Argo CD calls `name`. */
export const folderOf = (name: string): string => (name === hostDestination.name ? host : name);

/** The objects of each folder. */
export const folders = once((inventory) => {
  const found = new Map<string, Item[]>();
  for (const item of inventory.items) {
    const folder = /^(.+)\/[^/]+$/.exec(item.file)?.[1];
    const others = folder && found.get(folder);
    if (others) others.push(item);
    else if (folder) found.set(folder, [item]);
  }
  return found as ReadonlyMap<string, readonly Item[]>;
});

/** The texts of a list in the spec of an AppProject. */
export const projectTexts = ({ manifest }: Item, key: string): readonly string[] =>
  texts(at(manifest, 'spec', key));
