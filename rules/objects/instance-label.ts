import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const label = 'app.kubernetes.io/instance';

export const instanceLabel: PodRule = {
  id: 'instance-label',
  title: {
    en: 'The label app.kubernetes.io/instance is the name of its object',
    fr: 'Le label app.kubernetes.io/instance est le nom de son objet',
  },
  why: {
    en: 'Tools group objects by this label: one that is copied from another app puts the object into the wrong group.',
    fr: 'Les outils groupent les objets par ce label : s’il est copié d’une autre app, l’objet est dans le mauvais groupe.',
  },
  fix: {
    en: 'Write the name of the object there, or remove the label',
    fr: 'Écrivez-y le nom de l’objet, ou retirez le label',
  },
  lists: ['polaris/metadataAndInstanceMismatched'],
  kinds: 'workloads',
  check: ({ manifest }) => {
    const name = text(manifest, 'metadata', 'name');
    const instance = text(manifest, 'metadata', 'labels', label);
    return instance === '' || instance === name
      ? []
      : [
          {
            en: `the label ${label} is '${instance}', but the name is '${name}'`,
            fr: `le label ${label} est « ${instance} », mais le nom est « ${name} »`,
          },
        ];
  },
  good: deployment({ metadata: `labels: { ${label}: chess }` }),
  bad: deployment({ metadata: `labels: { ${label}: draughts }` }),
  finds: ["the label app.kubernetes.io/instance is 'draughts', but the name is 'chess'"],
};
