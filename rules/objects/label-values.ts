import { groupOf } from '../../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../../constructs/kube/scope.js';
import { nearestLabel } from '../../constructs/values/names.js';
import { podIn } from '../engine/pod-view.js';
import type { ObjectRule } from '../engine/rule.js';
import { fields, labelsAt } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { keyFault, labelFaults, nameFault, podFaults } from './spelling.js';
export const labelValues: ObjectRule = {
  id: 'label-values',
  title: 'Names, labels and annotations are spelled as Kubernetes allows',
  why: 'The API server refuses an object with a name or label that is too long or has a space in it, and it is seen only when Argo CD syncs.',
  fix: 'Write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends',
  lists: ['kube-score/label-values'],
  check: ({ manifest }) => {
    const { kind, metadata } = manifest;
    const name = typeof metadata?.name === 'string' ? metadata.name : '';
    const fault = isBuiltInGroup(groupOf(manifest)) ? nameFault(kind, name) : undefined;
    const pod = podIn(manifest);
    return [
      ...(fault
        ? [{ what: `its name '${name}' ${fault}`, fix: `Call it '${nearestLabel(name)}' or shorter` }]
        : []),
      ...podFaults(pod),
      ...labelFaults({ ...labelsAt(pod, 'labels'), ...labelsAt(metadata, 'labels') }),
      ...Object.keys({ ...fields(pod, 'annotations'), ...fields(metadata, 'annotations') }).flatMap((key) => {
        const wrong = keyFault(key);
        return wrong ? [`annotation ${wrong}`] : [];
      }),
    ];
  },
  good: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: chess-club }' }),
  bad: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: Club of chess }' }),
};
