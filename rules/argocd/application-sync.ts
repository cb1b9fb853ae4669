import { finalizer } from '../../constructs/argocd/argocd.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, entries, text, texts } from '../engine/untyped.js';
import { application } from '../examples/argocd-examples.js';
import { isArgo, unitFoldersOf } from './argocd.js';

const pathsAnnotation = 'argocd.argoproj.io/manifest-generate-paths';

export const applicationSync: ObjectRule = {
  id: 'application-sync',
  title: 'Every Application syncs by itself, tries again and tidies up',
  why: 'What is not pruned or healed drifts from git, and without paths every commit makes Argo CD render every Application.',
  fix: 'Let synth write the Application: it says all of this',
  kinds: ['Application', 'ApplicationSet'],
  applies: isArgo,
  check: (item) => {
    const { manifest } = item;
    const made = manifest.kind === 'ApplicationSet' ? at(manifest, 'spec', 'template') : manifest;
    const policy = at(made, 'spec', 'syncPolicy');
    const faults = ['prune', 'selfHeal']
      .filter((key) => at(policy, 'automated', key) !== true)
      .map((key) => `syncPolicy.automated.${key} is not true`);
    if (at(policy, 'automated', 'enabled') === false) faults.push('syncPolicy.automated is switched off');
    if (entries(at(policy, 'retry')).length === 0) faults.push('it has no syncPolicy.retry');
    if (!texts(at(made, 'metadata', 'finalizers')).some((each) => each.startsWith(finalizer)))
      faults.push(`it has no finalizer '${finalizer}'`);
    const paths = text(at(made, 'metadata', 'annotations', pathsAnnotation)).split(';');
    for (const folder of manifest.kind === 'Application' ? unitFoldersOf(item) : [])
      if (!paths.some((path) => [`/dist/${folder}`, '.'].includes(path.trim().replace(/\/$/, ''))))
        faults.push(`its annotation ${pathsAnnotation} does not name /dist/${folder}`);
    return faults;
  },
  good: application(),
  bad: application().replace('selfHeal: true', 'selfHeal: false'),
};
