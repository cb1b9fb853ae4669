import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

const example = (name: string) =>
  `${deployment({ pod: `serviceAccountName: ${name}` })}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: chess }`;

export const serviceAccountRef: PodRule = {
  id: 'service-account-ref',
  title: 'The service account that a pod runs as exists',
  why: 'No pod is made for an account that is not there: the Deployment stays at zero pods, with the reason only in its events.',
  fix: 'Name a ServiceAccount of the same namespace',
  lists: ['kube-linter/non-existent-service-account'],
  kinds: 'workloads',
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const name = text(item.pod, 'spec', 'serviceAccountName') || text(item.pod, 'spec', 'serviceAccount');
    if (!name || name === 'default' || inventory.find(item, 'ServiceAccount', name)) return [];
    const known = inventory.names(item, 'ServiceAccount');
    return [unknownName(`there is no service account '${name}'`, name, known, serviceAccountRef.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
};
