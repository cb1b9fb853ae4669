import { finalizer } from '../../constructs/argocd/argocd.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, entries, text, texts } from '../engine/untyped.js';
import { application } from '../examples/argocd-examples.js';
import { isArgo, unitFoldersOf } from './argocd.js';

const pathsAnnotation = 'argocd.argoproj.io/manifest-generate-paths';

export const applicationSync: ObjectRule = {
  id: 'application-sync',
  title: {
    en: 'Every Application syncs, retries and prunes automatically',
    fr: 'Chaque Application se synchronise, réessaie et supprime automatiquement',
  },
  why: {
    en: 'Without prune and selfHeal the cluster drifts from git, and without the annotation for paths Argo CD renders every Application at every commit.',
    fr: 'Sans prune et selfHeal le cluster s’écarte de git, et sans l’annotation des chemins Argo CD recalcule chaque Application à chaque commit.',
  },
  fix: {
    en: 'Let synth write the Application: it sets all of this',
    fr: 'Laissez synth écrire l’Application : il met tout cela',
  },
  kinds: ['Application', 'ApplicationSet'],
  applies: isArgo,
  check: (item) => {
    const { manifest } = item;
    const made = manifest.kind === 'ApplicationSet' ? at(manifest, 'spec', 'template') : manifest;
    const policy = at(made, 'spec', 'syncPolicy');
    const faults: Fault[] = ['prune', 'selfHeal']
      .filter((key) => at(policy, 'automated', key) !== true)
      .map((key) => ({
        en: `syncPolicy.automated.${key} is not true`,
        fr: `syncPolicy.automated.${key} n’est pas true`,
      }));
    if (at(policy, 'automated', 'enabled') === false)
      faults.push({ en: 'syncPolicy.automated is disabled', fr: 'syncPolicy.automated est désactivé' });
    if (entries(at(policy, 'retry')).length === 0)
      faults.push({ en: 'it has no syncPolicy.retry', fr: 'elle n’a pas de syncPolicy.retry' });
    if (!texts(at(made, 'metadata', 'finalizers')).some((each) => each.startsWith(finalizer)))
      faults.push({
        en: `it has no finalizer '${finalizer}'`,
        fr: `elle n’a pas le finalizer « ${finalizer} »`,
      });
    const paths = text(at(made, 'metadata', 'annotations', pathsAnnotation)).split(';');
    for (const folder of manifest.kind === 'Application' ? unitFoldersOf(item) : [])
      if (!paths.some((path) => [`/dist/${folder}`, '.'].includes(path.trim().replace(/\/$/, ''))))
        faults.push({
          en: `its annotation ${pathsAnnotation} does not name /dist/${folder}`,
          fr: `son annotation ${pathsAnnotation} ne nomme pas /dist/${folder}`,
        });
    return faults;
  },
  good: application(),
  bad: application().replace('selfHeal: true', 'selfHeal: false'),
  finds: ['syncPolicy.automated.selfHeal is not true'],
};
