import { suggest } from '../../constructs/values/names.js';
import type { Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { application, unitObject } from '../examples/argocd-examples.js';
import { foldersOfSet } from '../input/folders-of-set.js';
import { argoObjects, clusters, folderOf, folders as foldersIn, foldersOf } from './argocd.js';

/** What is wrong, by the Application, or by the first object of a folder that none deploys. */
const faults = once((inventory) => {
  const found = new Map<Item, Fault[]>();
  const folders = foldersIn(inventory);
  const deployed = new Map<string, Item>();
  const known = new Set([...clusters(inventory).keys()].map(folderOf));
  for (const item of argoObjects(inventory, 'Application', 'ApplicationSet')) {
    for (const folder of item.manifest.kind === 'Application'
      ? foldersOf(item)
      : foldersOfSet(item.manifest)) {
      const other = deployed.get(folder);
      if (other) found.set(item, [`'${other.manifest.metadata.name}' deploys folder dist/${folder} as well`]);
      else if (folders.size > 0 && !folders.has(folder)) found.set(item, [empty(folder, folders.keys())]);
      if (folder.includes('/')) known.add(folder.split('/')[0] ?? '');
      deployed.set(folder, other ?? item);
    }
  }
  if (deployed.size === 0) return found;
  for (const [folder, [first]] of folders) {
    const [, cluster = ''] = /^([^/]+)\/[^/]+$/.exec(folder) ?? [];
    if (first && known.has(cluster) && !deployed.has(folder))
      found.set(first, [`no Application deploys its folder dist/${folder}`]);
  }
  return found;
});

function empty(folder: string, folders: Iterable<string>): Fault {
  const near = suggest(folder, folders);
  return {
    what: `its folder dist/${folder} holds nothing`,
    fix: near ? `Did you mean dist/${near}?` : fix,
  };
}

const fix = 'Let synth write dist/ anew: it makes an Application for each unit';

export const applicationFolder: ObjectRule = {
  id: 'application-folder',
  title: 'Every folder is deployed by exactly one Application or ApplicationSet',
  why: 'What no Application names is never deployed, and two that name one folder undo each other without end.',
  fix,
  check: (item, inventory) => faults(inventory).get(item) ?? [],
  good: `${application()}---\n${unitObject()}`,
  bad: `${application()}---\n${unitObject()}---\n${unitObject().replace('prod/chess/', 'prod/chss/')}`,
};
