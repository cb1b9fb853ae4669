import { kept } from '../../constructs/kube/never-pruned.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, unitObject } from '../examples/argocd-examples.js';

const [[annotation]] = Object.entries(kept) as [[string, string]];
const needed = ['Prune=false', 'Delete=false'];

export const keptVolumes: ObjectRule = {
  id: 'kept-volumes',
  title: 'Volumes and namespaces stay when their files go',
  why: 'A slip in git, or an Application that is removed, would delete all data of an app, and nobody could bring it back.',
  fix: `Annotate it with ${annotation}: ${needed.join(',')}, and remove data by hand`,
  kinds: ['PersistentVolumeClaim', 'Namespace'],
  applies: (item, inventory) => inventory.deploymentOf(item) !== undefined,
  check: ({ manifest }) => {
    const given = text(at(manifest, 'metadata', 'annotations', annotation)).split(',');
    return needed
      .filter((option) => !given.some((each) => each.trim() === option))
      .map((option) => `its sync options do not say ${option}`);
  },
  good: `${application()}---\n${unitObject('PersistentVolumeClaim').replace('chess }', `chess, annotations: { ${annotation}: "${needed}" } }`)}`,
  bad: `${application()}---\n${unitObject('PersistentVolumeClaim')}`,
};
