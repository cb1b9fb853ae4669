import type { ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

/** How often Kubernetes checks which jobs to start, in seconds. */
const least = 10;

export const cronjobDeadline: ObjectRule = {
  id: 'cronjob-deadline',
  title: {
    en: 'A CronJob gives up a run that cannot start in time',
    fr: 'Un CronJob renonce à un passage qui ne peut pas démarrer à temps',
  },
  why: {
    en: 'Without a deadline Kubernetes counts every missed run, and after a hundred of them it no longer starts the job.',
    fr: 'Sans délai, Kubernetes compte chaque passage manqué, et après une centaine il ne démarre plus le job.',
  },
  fix: {
    en: 'Set startingDeadlineSeconds, for example to 300 as jobs of apps do',
    fr: 'Mettez startingDeadlineSeconds, par exemple à 300 comme les jobs des applications',
  },
  lists: ['kube-score/cronjob-has-deadline'],
  kinds: ['CronJob'],
  check: ({ manifest }) => {
    const deadline = fields(manifest['spec'])['startingDeadlineSeconds'] ?? undefined;
    if (deadline === undefined)
      return [{ en: 'it has no startingDeadlineSeconds', fr: 'il n’a pas de startingDeadlineSeconds' }];
    if (Number(deadline) >= least) return [];
    return [
      {
        what: {
          en: `its startingDeadlineSeconds is ${deadline}, and Kubernetes checks every ${least} s: it may never run`,
          fr: `son startingDeadlineSeconds est ${deadline}, et Kubernetes vérifie toutes les ${least} s : il risque de ne jamais tourner`,
        },
        fix: {
          en: `Give ${least} or more, for example 300`,
          fr: `Donnez ${least} ou plus, par exemple 300`,
        },
      },
    ];
  },
  good: cronJob({ spec: 'startingDeadlineSeconds: 300' }),
  bad: cronJob({}),
  finds: ['it has no startingDeadlineSeconds'],
};
