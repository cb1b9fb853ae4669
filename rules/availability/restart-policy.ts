import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { cronJob } from '../examples/examples.js';
import { runsForEver } from '../facts/containers.js';

const refused: Text = {
  en: 'the restartPolicy of its pods is <policy>; for a <kind> it is <allowed>',
  fr: 'le restartPolicy de ses pods est <policy> ; pour un <kind>, c’est <allowed>',
};
const set: Text = { en: 'Set restartPolicy: <first>', fr: 'Mettez restartPolicy: <first>' };

export const restartPolicy: PodRule = {
  id: 'restart-policy',
  title: {
    en: 'The restartPolicy of pods fits the kind that creates them',
    fr: 'Le restartPolicy des pods convient au type qui les crée',
  },
  why: {
    en: 'The API server refuses a Deployment whose pods are not always restarted, and a Job whose pods are restarted once they are done.',
    fr: 'Le serveur d’API refuse un Deployment dont les pods ne sont pas toujours redémarrés, et un Job dont les pods sont redémarrés une fois terminés.',
  },
  fix: {
    en: 'Remove restartPolicy, except in a Job or CronJob: there it is Never or OnFailure',
    fr: 'Enlevez restartPolicy, sauf dans un Job ou un CronJob : là, c’est Never ou OnFailure',
  },
  lists: ['kube-score/cronjob-restartpolicy', 'kube-linter/restart-policy'],
  kinds: 'workloads',
  // A Pod without an owner may have any restartPolicy.
  applies: ({ manifest }) => manifest.kind !== 'Pod',
  check: (item) => {
    const allowed = runsForEver(item) ? ['Always'] : ['Never', 'OnFailure'];
    const policy = item.pod.spec.restartPolicy ?? 'Always';
    if (allowed.includes(policy)) return [];
    const policyOf = { kind: item.manifest.kind, policy, allowed };
    return [{ what: fill(refused, policyOf), fix: fill(set, { first: allowed[0] ?? '' }) }];
  },
  good: cronJob({ restart: 'OnFailure' }),
  bad: cronJob({ restart: 'Always' }),
  finds: ['the restartPolicy of its pods is Always; for a CronJob it is Never or OnFailure'],
};
