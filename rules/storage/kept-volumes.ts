import { kept } from '../../constructs/kube/never-pruned.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, unitObject } from '../examples/argocd-examples.js';

const [[annotation]] = Object.entries(kept) as [[string, string]];
const needed = ['Prune=false', 'Delete=false'];

export const keptVolumes: ObjectRule = {
  id: 'kept-volumes',
  title: {
    en: 'Argo CD never deletes volumes and namespaces',
    fr: 'Argo CD ne supprime jamais les volumes et les namespaces',
  },
  why: {
    en: 'Otherwise a mistake in git, or the removal of an Application, deletes all data of an app.',
    fr: 'Sinon, une erreur dans git, ou le retrait d’une Application, supprime toutes les données d’une app.',
  },
  fix: {
    en: `Add the annotation ${annotation}: ${needed.join(',')}, and delete data by hand`,
    fr: `Ajoutez l’annotation ${annotation}: ${needed.join(',')}, et supprimez les données à la main`,
  },
  kinds: ['PersistentVolumeClaim', 'Namespace'],
  applies: (item, inventory) => inventory.deploymentOf(item) !== undefined,
  check: ({ manifest }) => {
    const given = text(at(manifest, 'metadata', 'annotations', annotation)).split(',');
    return needed
      .filter((option) => !given.some((each) => each.trim() === option))
      .map((option) => ({
        en: `its sync-options do not have ${option}`,
        fr: `ses sync-options n’ont pas ${option}`,
      }));
  },
  good: `${application()}---\n${unitObject('PersistentVolumeClaim').replace('chess }', `chess, annotations: { ${annotation}: "${needed}" } }`)}`,
  bad: `${application()}---\n${unitObject('PersistentVolumeClaim')}`,
  finds: ['its sync-options do not have Prune=false', 'its sync-options do not have Delete=false'],
};
