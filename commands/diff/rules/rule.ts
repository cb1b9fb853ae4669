import type { Change, Comparison } from '../changes.js';
import type { RuleId } from './table.js';

/** What a rule finds risky about one change: what happens, one plain sentence each, without a full stop. */
export type Rule = (change: Change, comparison: Comparison) => readonly string[];

/** Rules of one topic. */
export type Rules = { readonly [id in RuleId]?: Rule };

/** What `after` has and `before` has not. */
export const more = (before: Iterable<string>, after: Iterable<string>): string[] => {
  const old = new Set(before);
  return [...new Set(after)].filter((item) => !old.has(item));
};

/** `Deployment chess`. */
export const nameOf = ({ resource: { kind, name } }: Change): string => `${kind} ${name}`;
