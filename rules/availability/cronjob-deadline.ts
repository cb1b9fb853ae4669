import type { ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

/** How often Kubernetes looks for what is due, in seconds. */
const least = 10;

export const cronjobDeadline: ObjectRule = {
  id: 'cronjob-deadline',
  title: 'What runs by the clock is given up if it cannot begin in time',
  why: 'Without a deadline Kubernetes counts every run missed, and after a hundred of them never starts the job again.',
  fix: 'Set startingDeadlineSeconds, for example to 300; jobs of apps have that',
  lists: ['kube-score/cronjob-has-deadline'],
  kinds: ['CronJob'],
  check: ({ manifest }) => {
    const deadline = fields(manifest['spec'])['startingDeadlineSeconds'] ?? undefined;
    if (deadline === undefined) return ['it has no startingDeadlineSeconds'];
    if (Number(deadline) >= least) return [];
    const what = `its startingDeadlineSeconds ${deadline} is less than the ${least} s in which Kubernetes looks`;
    return [{ what: `${what}: it may never run`, fix: `Give ${least} or more, for example 300` }];
  },
  good: cronJob({ spec: 'startingDeadlineSeconds: 300' }),
  bad: cronJob({}),
};
