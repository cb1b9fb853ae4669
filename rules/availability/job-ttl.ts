import type { Inventory, Item } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

export const jobTtl: ObjectRule = {
  id: 'job-ttl',
  title: 'Jobs that have ended are cleared away, once and by one of two ways',
  why: 'Pods of Jobs stay when they have ended, until etcd is full; and what is cleared away twice is gone before it is read.',
  fix: 'Set ttlSecondsAfterFinished, for example 86400; for a CronJob its history limits instead',
  lists: ['kube-linter/job-ttl-seconds-after-finished'],
  kinds: ['Job', 'CronJob'],
  check: (item, inventory) =>
    item.manifest.kind === 'Job' ? jobFaults(item, inventory) : cronJobFaults(item.manifest['spec']),
  good: cronJob({ spec: 'successfulJobsHistoryLimit: 1' }),
  bad: cronJob({ spec: 'successfulJobsHistoryLimit: 1', job: 'ttlSecondsAfterFinished: 60' }),
};

function jobFaults(item: Item, inventory: Inventory): Fault[] {
  const seconds = fields(item.manifest['spec'])['ttlSecondsAfterFinished'] ?? undefined;
  if (seconds === undefined) return ['it stays for ever when it has ended'];
  if (!inventory.deploymentOf(item) || item.manifest.metadata?.annotations?.['argocd.argoproj.io/hook'])
    return [];
  const what = `it is cleared away ${seconds} s after its end, and Argo CD makes it again: it never ends`;
  return [{ what, fix: `Make it a hook: the annotation argocd.argoproj.io/hook: Sync` }];
}

function cronJobFaults(spec: unknown): Fault[] {
  const template = fields(fields(fields(spec)['jobTemplate'])['spec']);
  const seconds = template['ttlSecondsAfterFinished'] ?? undefined;
  if (seconds === undefined) return [];
  const fix = 'Remove ttlSecondsAfterFinished; set successfulJobsHistoryLimit and failedJobsHistoryLimit';
  return [{ what: `its Jobs are gone ${seconds} s after their end, whatever its history limits say`, fix }];
}
