import { oneOf, suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { cronJob } from '../examples/examples.js';

const policies = ['Forbid', 'Replace', 'Allow'];

export const cronjobConcurrency: ObjectRule = {
  id: 'cronjob-concurrency',
  title: 'What runs by the clock says what happens while the last run goes on',
  why: 'If nothing is said, a run that hangs is joined by another at every hour, until they have all of the memory.',
  fix: 'Set concurrencyPolicy: Forbid, as jobs of apps have it, or Replace; Allow if two may run at once',
  kinds: ['CronJob'],
  check: ({ manifest }) => {
    const policy = fields(manifest['spec'])['concurrencyPolicy'] ?? undefined;
    if (policy === undefined) return ['it has no concurrencyPolicy'];
    if (policies.includes(`${policy}`)) return [];
    const near = suggest(`${policy}`, policies);
    const fix = near ? `Did you mean ${near}?` : `Give ${oneOf(policies)}`;
    return [{ what: `its concurrencyPolicy '${policy}' is none`, fix }];
  },
  good: cronJob({ spec: 'concurrencyPolicy: Forbid' }),
  bad: cronJob({}),
};
