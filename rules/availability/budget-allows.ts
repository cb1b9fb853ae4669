import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';
import { budgeted } from './budgets.js';

/** How many of `all` a number or a share is, rounded up, as the disruption controller does. */
function amount(given: unknown, all: number): number {
  const share = /^(\d+)%$/.exec(String(given))?.[1];
  return share === undefined ? Number(given) : Math.ceil((Number(share) * all) / 100);
}

const example = (budget: string) => `${deployment({ spec: 'replicas: 2' })}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: chess }
spec: { ${budget}, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: chess } } }`;

export const budgetAllows: ObjectRule = {
  id: 'budget-allows',
  title: 'A disruption budget lets at least one pod go',
  why: 'If no pod may be evicted, or a broken one may not, a node can never be drained, and its update waits for somebody to force it.',
  fix: 'Write maxUnavailable: 1 and unhealthyPodEvictionPolicy: AlwaysAllow',
  lists: [
    'kube-score/poddisruptionbudget-has-policy',
    'kube-linter/pdb-max-unavailable',
    'kube-linter/pdb-min-available',
    'kube-linter/pdb-unhealthy-pod-eviction-policy',
    'polaris/pdbDisruptionsIsZero',
    'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
  ],
  kinds: ['PodDisruptionBudget'],
  check: (item, inventory) => {
    const most = at(item.manifest, 'spec', 'maxUnavailable') ?? undefined;
    const least = at(item.manifest, 'spec', 'minAvailable') ?? undefined;
    const policy = text(item.manifest, 'spec', 'unhealthyPodEvictionPolicy');
    const faults: Fault[] = [];
    if (most === undefined && least === undefined)
      faults.push('it says neither maxUnavailable nor minAvailable');
    if (most !== undefined && amount(most, 1) === 0)
      faults.push(`its maxUnavailable is '${most}', so no pod may go`);
    if (least === '100%') faults.push(`its minAvailable is '100%', so no pod may go`);
    else if (least !== undefined)
      for (const workload of budgeted(inventory, item)) {
        const has = scaleOf(workload, inventory).least;
        const { kind, metadata } = workload.manifest;
        if (!['Job', 'CronJob', 'DaemonSet', 'Pod'].includes(kind) && amount(least, has) >= has)
          faults.push(`its minAvailable is '${least}', of the ${has} of ${kind} '${metadata?.name}'`);
      }
    if (policy !== 'AlwaysAllow')
      faults.push({
        what: `its unhealthyPodEvictionPolicy is '${policy || 'IfHealthyBudget'}': a pod that hangs may not go`,
        fix: 'Write unhealthyPodEvictionPolicy: AlwaysAllow',
      });
    return faults;
  },
  good: example('maxUnavailable: 1'),
  bad: example('minAvailable: 2'),
};
