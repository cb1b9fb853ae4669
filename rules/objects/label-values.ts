import { groupOf } from '../../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../../constructs/kube/scope.js';
import { fill } from '../../constructs/refusals/text.js';
import { nearestLabel } from '../../constructs/values/names.js';
import { podIn } from '../engine/pod-view.js';
import type { ObjectRule } from '../engine/rule.js';
import { fields, labelsAt } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { keyFault, labelFaults, nameFault, podFaults } from './spelling.js';

export const labelValues: ObjectRule = {
  id: 'label-values',
  title: {
    en: 'Names, labels and annotations are written as Kubernetes allows',
    fr: 'Les noms, labels et annotations sont écrits comme Kubernetes le permet',
  },
  why: {
    en: 'The API server refuses an object whose name or label is too long or has a space in it, and only when Argo CD syncs.',
    fr: 'L’API server refuse un objet dont le nom ou un label est trop long ou contient une espace, et seulement quand Argo CD synchronise.',
  },
  fix: {
    en: 'Write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends',
    fr: 'Écrivez au plus 63 lettres, chiffres, -, _ ou ., avec une lettre ou un chiffre aux deux bouts',
  },
  lists: ['kube-score/label-values'],
  check: ({ manifest }) => {
    const { kind, metadata } = manifest;
    const name = typeof metadata?.name === 'string' ? metadata.name : '';
    const fault = isBuiltInGroup(groupOf(manifest)) ? nameFault(kind, name) : undefined;
    const pod = podIn(manifest);
    return [
      ...(fault
        ? [
            {
              what: fill(
                { en: "the name '<name>' <fault>", fr: 'le nom « <name> » <fault>' },
                { name, fault },
              ),
              fix: {
                en: `Call it '${nearestLabel(name)}' or shorter`,
                fr: `Appelez-le « ${nearestLabel(name)} », ou plus court`,
              },
            },
          ]
        : []),
      ...podFaults(pod),
      ...labelFaults({ ...labelsAt(pod, 'labels'), ...labelsAt(metadata, 'labels') }),
      ...Object.keys({ ...fields(pod, 'annotations'), ...fields(metadata, 'annotations') }).flatMap((key) => {
        const wrong = keyFault(key);
        return wrong ? [fill({ en: 'annotation <wrong>', fr: 'annotation : <wrong>' }, { wrong })] : [];
      }),
    ];
  },
  good: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: chess-club }' }),
  bad: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: Club of chess }' }),
  finds: ["label 'app.kubernetes.io/part-of' has the value 'Club of chess', which Kubernetes does not allow"],
};
