import type { Inventory, Item } from '../engine/inventory.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

export const jobTtl: ObjectRule = {
  id: 'job-ttl',
  title: {
    en: 'Jobs that have ended are deleted, in one way only',
    fr: 'Les Jobs terminés sont supprimés, d’une seule façon',
  },
  why: {
    en: 'Jobs that have ended stay in etcd until they fill it. If both the time limit and the history limits of a CronJob apply, logs disappear before anybody reads them.',
    fr: 'Les Jobs terminés restent dans etcd jusqu’à le remplir. Si le délai et les limites d’historique d’un CronJob s’appliquent tous deux, les journaux disparaissent avant qu’on les lise.',
  },
  fix: {
    en: 'Set ttlSecondsAfterFinished on a Job, for example 86400, and the history limits on a CronJob',
    fr: 'Mettez ttlSecondsAfterFinished à un Job, par exemple 86400, et les limites d’historique à un CronJob',
  },
  lists: ['kube-linter/job-ttl-seconds-after-finished'],
  kinds: ['Job', 'CronJob'],
  check: (item, inventory) =>
    item.manifest.kind === 'Job' ? jobFaults(item, inventory) : cronJobFaults(item.manifest['spec']),
  good: cronJob({ spec: 'successfulJobsHistoryLimit: 1' }),
  bad: cronJob({ spec: 'successfulJobsHistoryLimit: 1', job: 'ttlSecondsAfterFinished: 60' }),
  finds: ['its Jobs are deleted 60 s after their end, whatever its history limits are'],
};

function jobFaults(item: Item, inventory: Inventory): Fault[] {
  const seconds = fields(item.manifest['spec'])['ttlSecondsAfterFinished'] ?? undefined;
  if (seconds === undefined)
    return [{ en: 'it is never deleted after its end', fr: 'il n’est jamais supprimé après sa fin' }];
  if (!inventory.deploymentOf(item) || item.manifest.metadata?.annotations?.['argocd.argoproj.io/hook'])
    return [];
  return [
    {
      what: {
        en: `it is deleted ${seconds} s after its end, and Argo CD creates it again: it runs endlessly`,
        fr: `il est supprimé ${seconds} s après sa fin, et Argo CD le recrée : il tourne sans fin`,
      },
      fix: {
        en: 'Make it a hook with the annotation argocd.argoproj.io/hook: Sync',
        fr: 'Faites-en un hook avec l’annotation argocd.argoproj.io/hook: Sync',
      },
    },
  ];
}

function cronJobFaults(spec: unknown): Fault[] {
  const template = fields(fields(fields(spec)['jobTemplate'])['spec']);
  const seconds = template['ttlSecondsAfterFinished'] ?? undefined;
  if (seconds === undefined) return [];
  return [
    {
      what: {
        en: `its Jobs are deleted ${seconds} s after their end, whatever its history limits are`,
        fr: `ses Jobs sont supprimés ${seconds} s après leur fin, quelles que soient ses limites d’historique`,
      },
      fix: {
        en: 'Remove ttlSecondsAfterFinished; set successfulJobsHistoryLimit and failedJobsHistoryLimit',
        fr: 'Enlevez ttlSecondsAfterFinished ; mettez successfulJobsHistoryLimit et failedJobsHistoryLimit',
      },
    },
  ];
}
