import { otherEnvironments } from '../../constructs/values/environments.js';
import type { Change, Comparison } from './changes.js';
import type { Resource } from './resources.js';
import { argocd } from './rules/argocd.js';
import { deletions } from './rules/deletions.js';
import { exposure } from './rules/exposure.js';
import { network } from './rules/network.js';
import { privileges } from './rules/privileges.js';
import { rbac } from './rules/rbac.js';
import { recreation } from './rules/recreation.js';
import { rollout } from './rules/rollout.js';
import type { Rule } from './rules/rule.js';
import { secrets } from './rules/secrets.js';
import { type RuleId, table } from './rules/table.js';
import { volumes } from './rules/volumes.js';
import { highest, type Level, riskiestFirst } from './severity.js';

/** Something risky about a change. */
export interface Finding {
  readonly rule: RuleId;
  readonly level: Level;
  /** What happens. */
  readonly what: string;
  /** Why that matters. */
  readonly why: string;
}

/** A change, and what is risky about it, the worst first. */
export interface Judged extends Change {
  readonly level: Level;
  readonly findings: readonly Finding[];
}

/** The rule of each name: the compiler misses none. */
const rules: Readonly<Record<RuleId, Rule>> = {
  ...deletions,
  ...volumes,
  ...recreation,
  ...exposure,
  ...privileges,
  ...rbac,
  ...network,
  ...secrets,
  ...argocd,
  ...rollout,
  malformed: () => [],
};

/** Whether a resource is of staging or a sandbox, as its cluster, namespace or unit says. All else is production. */
const isElsewhere = ({ cluster, namespace, unit }: Resource): boolean =>
  [cluster, namespace, unit].some((name) =>
    otherEnvironments.some((each) => name === each || name.endsWith(`-${each}`)),
  );

/** What is risky about each change. */
export const judge = (comparison: Comparison): Judged[] =>
  comparison.changes.map((change) => {
    const findings = (Object.keys(table) as RuleId[]).flatMap((rule) =>
      apply(rule, change, comparison).map(({ id, what }): Finding => {
        const { level, elsewhere = level, why } = table[id];
        return { rule: id, level: isElsewhere(change.resource) ? elsewhere : level, what, why };
      }),
    );
    const distinct = [...new Map(findings.map((each) => [`${each.rule}: ${each.what}`, each])).values()];
    distinct.sort(riskiestFirst);
    return { ...change, findings: distinct, level: highest(distinct.map(({ level }) => level)) };
  });

/** What one rule finds. A rule stumbles over what has not the form of its kind: then that is what is found. */
function apply(rule: RuleId, change: Change, comparison: Comparison): { id: RuleId; what: string }[] {
  try {
    return rules[rule](change, comparison).map((what) => ({ id: rule, what }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { kind, name } = change.resource;
    return [{ id: 'malformed', what: `${kind} ${name} has not the form of its kind` }];
  }
}
