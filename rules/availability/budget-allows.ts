import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';
import { budgeted } from './budgets.js';

/** A number, or a percentage of `all` rounded up, as the disruption controller rounds it. */
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
  title: {
    en: 'A PodDisruptionBudget lets at least one pod be evicted',
    fr: 'Un PodDisruptionBudget laisse expulser au moins un pod',
  },
  why: {
    en: 'If no pod, or no broken pod, may be evicted, its node cannot be drained, and the update of the node waits until somebody forces it.',
    fr: 'Si aucun pod, ou aucun pod en panne, ne peut être expulsé, son nœud ne peut pas être vidé, et la mise à jour du nœud attend que quelqu’un la force.',
  },
  fix: {
    en: 'Write maxUnavailable: 1 and unhealthyPodEvictionPolicy: AlwaysAllow',
    fr: 'Écrivez maxUnavailable: 1 et unhealthyPodEvictionPolicy: AlwaysAllow',
  },
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
      faults.push({
        en: 'it has neither maxUnavailable nor minAvailable',
        fr: 'il n’a ni maxUnavailable ni minAvailable',
      });
    if (most !== undefined && amount(most, 1) === 0)
      faults.push({
        en: `its maxUnavailable is '${most}', so no pod may be evicted`,
        fr: `son maxUnavailable est « ${most} » : aucun pod ne peut être expulsé`,
      });
    if (least === '100%')
      faults.push({
        en: `its minAvailable is '100%', so no pod may be evicted`,
        fr: 'son minAvailable est « 100% » : aucun pod ne peut être expulsé',
      });
    else if (least !== undefined)
      for (const workload of budgeted(inventory, item)) {
        const has = scaleOf(workload, inventory).least;
        const { kind, metadata } = workload.manifest;
        if (!['Job', 'CronJob', 'DaemonSet', 'Pod'].includes(kind) && amount(least, has) >= has)
          faults.push({
            en: `its minAvailable '${least}' leaves no pod to evict: ${kind} '${metadata?.name}' may have as few as ${has}`,
            fr: `son minAvailable « ${least} » ne laisse aucun pod à expulser : ${kind} « ${metadata?.name} » peut n’en avoir que ${has}`,
          });
      }
    if (policy !== 'AlwaysAllow')
      faults.push({
        what: {
          en: `its unhealthyPodEvictionPolicy is '${policy || 'IfHealthyBudget'}': a broken pod may not be evicted`,
          fr: `son unhealthyPodEvictionPolicy est « ${policy || 'IfHealthyBudget'} » : un pod en panne ne peut pas être expulsé`,
        },
        fix: {
          en: 'Write unhealthyPodEvictionPolicy: AlwaysAllow',
          fr: 'Écrivez unhealthyPodEvictionPolicy: AlwaysAllow',
        },
      });
    return faults;
  },
  good: example('maxUnavailable: 1'),
  bad: example('minAvailable: 2'),
  finds: ["its minAvailable '2' leaves no pod to evict: Deployment 'chess' may have as few as 2"],
};
