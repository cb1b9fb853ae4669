import type { Rule } from '../rule.js';
import { readinessProbe } from './readiness-probe.js';
import { schema } from './schema.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [readinessProbe, schema];
