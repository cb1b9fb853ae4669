import type { Selector } from '../engine/pod-view.js';
import { at, labelsAt, list, text, texts } from '../engine/untyped.js';

/** The selector at a path, of `matchLabels` and `matchExpressions`. */
export const selectorAt = (value: unknown, ...path: readonly string[]): Selector => ({
  matchLabels: labelsAt(value, ...path, 'matchLabels'),
  matchExpressions: list(value, ...path, 'matchExpressions').map((each) => ({
    key: text(each, 'key'),
    operator: text(each, 'operator'),
    values: texts(each, 'values'),
  })),
});

/** The selector of a Service, which has only labels. */
export const labelSelectorAt = (value: unknown, ...path: readonly string[]): Selector => ({
  matchLabels: labelsAt(value, ...path),
});

/** Whether it selects everything. */
export const isEmpty = ({ matchLabels, matchExpressions }: Selector): boolean =>
  Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0;

/** A selector as people read it: `app=chess, tier Exists`. */
export const readable = ({ matchLabels, matchExpressions }: Selector): string =>
  [
    ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
    ...(matchExpressions ?? []).map(
      ({ key, operator, values }) => `${key} ${operator} ${(values ?? []).join('/')}`,
    ),
  ].join(', ') || 'everything';

/** Whether there is a selector at a path. */
export const hasSelector = (value: unknown, ...path: readonly string[]): boolean =>
  typeof at(value, ...path) === 'object' && at(value, ...path) !== null;
