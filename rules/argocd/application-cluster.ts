import { didYouMean, fill } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { application, registration } from '../examples/argocd-examples.js';
import { clusters, destinationOf, folderOf, isArgo, unitFoldersOf } from './argocd.js';

const use = { en: 'Use <clusters>', fr: 'Utilisez <clusters>' };

export const applicationCluster: ObjectRule = {
  id: 'application-cluster',
  title: {
    en: 'Every Application deploys to the cluster of its folder, which Argo CD knows',
    fr: 'Chaque Application déploie sur le cluster de son dossier, qu’Argo CD connaît',
  },
  why: {
    en: 'Argo CD cannot sync an Application for a cluster that is not registered, and one with the folder of another cluster deploys to the wrong place.',
    fr: 'Argo CD ne peut pas synchroniser une Application vers un cluster non enregistré, et une Application avec le dossier d’un autre cluster déploie au mauvais endroit.',
  },
  fix: {
    en: 'Set destination.name to the registered cluster to which the folder belongs',
    fr: 'Donnez à destination.name le cluster enregistré auquel appartient le dossier',
  },
  kinds: ['Application'],
  applies: isArgo,
  check: (item, inventory) => {
    const known = clusters(inventory);
    const { name, server } = destinationOf(item, inventory);
    if (!name && !server) return [{ en: 'it has no destination', fr: 'elle n’a pas de destination' }];
    const faults = unitFoldersOf(item)
      .filter((folder) => name && folder.split('/')[0] !== folderOf(name))
      .map((folder) => ({
        en: `its folder dist/${folder} does not belong to its cluster '${name}'`,
        fr: `son dossier dist/${folder} n’appartient pas à son cluster « ${name} »`,
      }));
    if (!name || known.has(name) || known.size === 1) return faults;
    const near = suggest(name, known.keys());
    const what = {
      en: `its cluster '${name}' is not registered`,
      fr: `son cluster « ${name} » n’est pas enregistré`,
    };
    return [{ what, fix: near ? didYouMean(near) : fill(use, { clusters: [...known.keys()] }) }];
  },
  good: `${application()}---\n${registration()}`,
  bad: `${application().replace('name: prod,', 'name: prd,')}---\n${registration()}`,
  finds: ["its cluster 'prd' is not registered"],
};
