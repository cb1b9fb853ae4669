import { posix } from 'node:path';
import type { Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { unknownName } from '../engine/near.js';
import { texts } from '../engine/untyped.js';

/** The group of Kustomize's own kinds, which are not objects of a cluster. */
export const group = 'kustomize.config.k8s.io';

/** The files of each folder, and every folder above a file. */
const folders = once((inventory: Inventory) => {
  const files = new Map<string, Set<string>>();
  for (const { file } of inventory.items) {
    for (let folder = posix.dirname(file); !files.has(folder); folder = posix.dirname(folder))
      files.set(folder, new Set());
    files.get(posix.dirname(file))?.add(posix.basename(file));
  }
  return files;
});

const listFiles: Text = {
  en: 'List the files that are beside it',
  fr: 'Listez les fichiers qui sont à côté d’elle',
};

const isRemote = (resource: string): boolean =>
  /^[a-z+]+:\/\/|^git@|^[^/]+\.[a-z]+\/|[?&]ref=/.test(resource);

/** Every text in a value, each of which may name a file. */
const allTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(allTexts)
      : [];

/** The files that a kustomization lists and that do not exist. */
export function missing(item: Item, inventory: Inventory) {
  const folder = posix.dirname(item.file);
  const resources = [...texts(item.manifest, 'resources'), ...texts(item.manifest, 'components')];
  return resources.flatMap((resource) => {
    const path = posix.join(folder, resource);
    const siblings = folders(inventory).get(posix.dirname(path));
    const isThere = folders(inventory).has(path) || siblings?.has(posix.basename(path));
    if (isRemote(resource) || isThere) return [];
    return [
      unknownName(
        {
          en: `it lists '${resource}', which does not exist`,
          fr: `elle liste « ${resource} », qui n’existe pas`,
        },
        posix.basename(path),
        siblings ?? [],
        listFiles,
      ),
    ];
  });
}

/** The files beside a kustomization that it does not list. */
export function unlisted(item: Item, inventory: Inventory) {
  const listed = new Set(allTexts(item.manifest).map((each) => posix.normalize(each)));
  return [...(folders(inventory).get(posix.dirname(item.file)) ?? [])]
    .filter((name) => name !== posix.basename(item.file) && !listed.has(name))
    .map((name) => ({
      what: {
        en: `it does not list '${name}', which is therefore never deployed`,
        fr: `elle ne liste pas « ${name} », qui n’est donc jamais déployé`,
      },
      fix: {
        en: `Add ${name} to resources, or remove the file`,
        fr: `Ajoutez ${name} à resources, ou enlevez le fichier`,
      },
    }));
}
