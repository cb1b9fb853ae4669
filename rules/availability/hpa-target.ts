import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

const example = (name: string) => `${deployment({})}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: chess }
spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} } }`;

export const hpaTarget: ObjectRule = {
  id: 'hpa-target',
  title: {
    en: 'An autoscaler scales a workload that exists',
    fr: 'Un autoscaler vise une charge de travail qui existe',
  },
  why: {
    en: 'An autoscaler whose target does not exist does nothing, and the app keeps the number of pods that it has.',
    fr: 'Un autoscaler dont la cible n’existe pas ne fait rien, et l’application garde le nombre de pods qu’elle a.',
  },
  fix: {
    en: 'Give scaleTargetRef the kind and the name of a workload of the same namespace',
    fr: 'Donnez à scaleTargetRef le type et le nom d’une charge de travail du même namespace',
  },
  lists: ['kube-score/horizontalpodautoscaler-has-target', 'kube-linter/dangling-horizontalpodautoscaler'],
  kinds: ['HorizontalPodAutoscaler'],
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const kind = text(item.manifest, 'spec', 'scaleTargetRef', 'kind');
    const name = text(item.manifest, 'spec', 'scaleTargetRef', 'name');
    if (inventory.find(item, kind, name)) return [];
    return [
      unknownName(
        {
          en: `${kind || 'its target'} '${name}' does not exist`,
          fr: `${kind || 'sa cible'} « ${name} » n’existe pas`,
        },
        name,
        inventory.names(item, kind),
        hpaTarget.fix,
      ),
    ];
  },
  good: example('chess'),
  bad: example('ches'),
  finds: ["Deployment 'ches' does not exist"],
};
