import { didYouMean, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { application, unitObject } from '../examples/argocd-examples.js';
import { foldersOfSet } from '../input/folders-of-set.js';
import { argoObjects, clusters, folderOf, folders as foldersIn, foldersOf } from './argocd.js';

/** The faults of each Application, and of the first object of each folder that none deploys. */
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
      if (other) found.set(item, [twice(other.manifest.metadata.name, folder)]);
      else if (folders.size > 0 && !folders.has(folder)) found.set(item, [empty(folder, folders.keys())]);
      if (folder.includes('/')) known.add(folder.split('/')[0] ?? '');
      deployed.set(folder, other ?? item);
    }
  }
  if (deployed.size === 0) return found;
  for (const [folder, [first]] of folders) {
    const [, cluster = ''] = /^([^/]+)\/[^/]+$/.exec(folder) ?? [];
    if (first && known.has(cluster) && !deployed.has(folder))
      found.set(first, [
        {
          en: `no Application deploys its folder dist/${folder}`,
          fr: `aucune Application ne déploie son dossier dist/${folder}`,
        },
      ]);
  }
  return found;
});

const twice = (other: string, folder: string): Text => ({
  en: `'${other}' deploys folder dist/${folder} as well`,
  fr: `« ${other} » déploie aussi le dossier dist/${folder}`,
});

function empty(folder: string, folders: Iterable<string>): Fault {
  const near = suggest(folder, folders);
  return {
    what: { en: `its folder dist/${folder} is empty`, fr: `son dossier dist/${folder} est vide` },
    fix: near ? didYouMean(`dist/${near}`) : fix,
  };
}

const fix: Text = {
  en: 'Run `npx cdk8s synth`, which writes an Application for each unit into dist/',
  fr: 'Lancez `npx cdk8s synth`, qui écrit une Application par unité dans dist/',
};

export const applicationFolder: ObjectRule = {
  id: 'application-folder',
  title: {
    en: 'Every folder is deployed by exactly one Application or ApplicationSet',
    fr: 'Chaque dossier est déployé par une seule Application ou un seul ApplicationSet',
  },
  why: {
    en: 'A folder that no Application names is never deployed, and two Applications for one folder undo the changes of the other at every sync.',
    fr: 'Un dossier qu’aucune Application ne nomme n’est jamais déployé, et deux Applications pour un même dossier se défont l’une l’autre à chaque synchronisation.',
  },
  fix,
  check: (item, inventory) => faults(inventory).get(item) ?? [],
  good: `${application()}---\n${unitObject()}`,
  bad: `${application()}---\n${unitObject()}---\n${unitObject().replace('prod/chess/', 'prod/chss/')}`,
  finds: ['no Application deploys its folder dist/prod/chss'],
};
