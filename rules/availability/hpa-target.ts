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
  title: 'An autoscaler scales something that exists',
  why: 'An autoscaler of something that is not there does nothing, and the app stays as small as it is.',
  fix: 'Name the kind and the name of a workload of the same namespace as scaleTargetRef',
  lists: ['kube-score/horizontalpodautoscaler-has-target', 'kube-linter/dangling-horizontalpodautoscaler'],
  kinds: ['HorizontalPodAutoscaler'],
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const kind = text(item.manifest, 'spec', 'scaleTargetRef', 'kind');
    const name = text(item.manifest, 'spec', 'scaleTargetRef', 'name');
    if (inventory.find(item, kind, name)) return [];
    return [
      unknownName(
        `there is no ${kind || 'kind'} '${name}'`,
        name,
        inventory.names(item, kind),
        hpaTarget.fix,
      ),
    ];
  },
  good: example('chess'),
  bad: example('ches'),
};
