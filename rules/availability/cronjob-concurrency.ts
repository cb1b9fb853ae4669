import { didYouMean, fill } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

const policies = ['Forbid', 'Replace', 'Allow'];

const use = { en: 'Use <policies>', fr: 'Utilisez <policies>' };

export const cronjobConcurrency: ObjectRule = {
  id: 'cronjob-concurrency',
  title: {
    en: 'A CronJob says what happens if its last run has not ended',
    fr: 'Un CronJob dit quoi faire si son dernier passage n’a pas fini',
  },
  why: {
    en: 'By default a new run starts beside one that hangs, at every scheduled time, until the runs use all of the memory.',
    fr: 'Par défaut, à chaque horaire, un nouveau passage démarre à côté d’un passage bloqué, jusqu’à ce qu’ils prennent toute la mémoire.',
  },
  fix: {
    en: 'Set concurrencyPolicy: Forbid, as jobs of apps do, or Replace; Allow if two runs at once do no harm',
    fr: 'Mettez concurrencyPolicy: Forbid, comme les jobs des applications, ou Replace ; Allow si deux passages en même temps ne gênent pas',
  },
  kinds: ['CronJob'],
  check: ({ manifest }) => {
    const policy = fields(manifest['spec'])['concurrencyPolicy'] ?? undefined;
    if (policy === undefined)
      return [{ en: 'it has no concurrencyPolicy', fr: 'il n’a pas de concurrencyPolicy' }];
    if (policies.includes(`${policy}`)) return [];
    const near = suggest(`${policy}`, policies);
    const what = {
      en: `its concurrencyPolicy '${policy}' does not exist`,
      fr: `son concurrencyPolicy « ${policy} » n’existe pas`,
    };
    return [{ what, fix: near ? didYouMean(near) : fill(use, { policies }) }];
  },
  good: cronJob({ spec: 'concurrencyPolicy: Forbid' }),
  bad: cronJob({}),
  finds: ['it has no concurrencyPolicy'],
};
