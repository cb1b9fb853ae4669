import { isProd } from '../engine/inventory.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

export const highlyAvailable: PodRule = {
  id: 'highly-available',
  title: 'What clubs run in production has two pods or more',
  why: 'With one pod the site is away whenever its node is drained for an update or breaks.',
  fix: "Give replicas: 2 or leave them out; if two cannot be, exempt: [{ rule: 'highly-available', reason: '…' }]",
  lists: [
    'kube-score/deployment-replicas',
    'polaris/deploymentMissingReplicas',
    'polaris/hpaMinAvailability',
  ],
  kinds: 'workloads',
  applies: (item, inventory) =>
    isProd(item) &&
    inventory.isClub(item) &&
    ['Deployment', 'StatefulSet', 'Rollout'].includes(item.manifest.kind),
  check: (item, inventory) => {
    const { least, auto } = scaleOf(item, inventory);
    if (least >= 2) return [];
    const pods = least === 1 ? 'one pod' : `${least} pods`;
    return [auto ? `its autoscaler leaves it ${pods} when it is quiet` : `it has ${pods}`];
  },
  good: deployment({ spec: 'replicas: 2' }),
  bad: deployment({ spec: 'replicas: 1' }),
};
