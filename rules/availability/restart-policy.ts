import { oneOf } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { cronJob } from '../examples/examples.js';
import { runsForEver } from '../facts/containers.js';

export const restartPolicy: PodRule = {
  id: 'restart-policy',
  title: 'What runs for ever is always started again, and what ends is not',
  why: 'The API server refuses any other: a Deployment that is not restarted, or a Job that begins again once it is done.',
  fix: 'Leave restartPolicy out of what runs for ever; a Job has Never or OnFailure',
  lists: ['kube-score/cronjob-restartpolicy', 'kube-linter/restart-policy'],
  kinds: 'workloads',
  // A bare Pod may have any.
  applies: ({ manifest }) => manifest.kind !== 'Pod',
  check: (item) => {
    const allowed = runsForEver(item) ? ['Always'] : ['Never', 'OnFailure'];
    const policy = item.pod.spec.restartPolicy ?? 'Always';
    if (allowed.includes(policy)) return [];
    const what = `the restartPolicy of its pods is ${policy}, and a ${item.manifest.kind} has ${oneOf(allowed)}`;
    return [{ what, fix: `Set restartPolicy: ${allowed[0]}` }];
  },
  good: cronJob({ restart: 'OnFailure' }),
  bad: cronJob({ restart: 'Always' }),
};
