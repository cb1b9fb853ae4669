import { oneOf, suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { application, registration } from '../examples/argocd-examples.js';
import { clusters, destinationOf, folderOf, isArgo, unitFoldersOf } from './argocd.js';

export const applicationCluster: ObjectRule = {
  id: 'application-cluster',
  title: 'Every Application goes to a cluster that Argo CD knows, the one of its folder',
  why: 'An Application for an unknown cluster fails, and one whose folder is of another cluster deploys to the wrong place.',
  fix: 'Give the name of a cluster that is registered, the one of the folder',
  kinds: ['Application'],
  applies: isArgo,
  check: (item, inventory) => {
    const known = clusters(inventory);
    const { name, server } = destinationOf(item, inventory);
    if (!name && !server) return ['it says no destination'];
    const faults = unitFoldersOf(item)
      .filter((folder) => name && folder.split('/')[0] !== folderOf(name))
      .map((folder) => `its folder dist/${folder} is not of the cluster '${name}' that it goes to`);
    if (!name || known.has(name) || known.size === 1) return faults;
    const near = suggest(name, known.keys());
    const fix = near ? `Did you mean ${near}?` : `Clusters are ${oneOf(known.keys())}`;
    return [{ what: `its cluster '${name}' is not registered`, fix }];
  },
  good: `${application()}---\n${registration()}`,
  bad: `${application().replace('name: prod,', 'name: prd,')}---\n${registration()}`,
};
