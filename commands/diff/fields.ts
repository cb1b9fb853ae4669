// By hand, because what it tells has to lead from before to after, the order of lists included, to which a test holds
// it: json-diff-ts knows items by keys, but not that.
import { isDeepStrictEqual } from 'node:util';
import { type ItemKey, isMap, listKey, type Value, type Values } from './list-keys.js';

/** One step of the way to a field: a key, a place in a list, an item by what it is known by, or by what it says. */
export type Step = string | { readonly index: number } | { readonly key: ItemKey } | { readonly item: Value };

/** One field that differs. */
export interface FieldChange {
  readonly path: readonly Step[];
  /** What it said; absent if it was not there. */
  readonly before?: Value;
  /** What it says; absent if it is gone. */
  readonly after?: Value;
  /** Where in its list an added item stands. */
  readonly at?: number;
  /** The new order of the items that stay, where it is another. */
  readonly order?: readonly Step[];
}

/** Lists in which each place has a meaning. */
const positional = new Set(['args', 'command']);

/** The fewest changes in which `after` differs from `before`: applied to `before`, they give `after`. */
export function fieldChanges(before: Value, after: Value, path: readonly Step[] = []): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isMap(before) && isMap(after)) return mapChanges(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  return [{ path, before, after }];
}

function mapChanges(before: Values, after: Values, path: readonly Step[]): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key): FieldChange[] => {
    const there = [...path, key];
    if (!Object.hasOwn(before, key)) return [{ path: there, after: after[key] }];
    if (!Object.hasOwn(after, key)) return [{ path: there, before: before[key] }];
    return fieldChanges(before[key], after[key], there);
  });
}

function listChanges(
  before: readonly Value[],
  after: readonly Value[],
  path: readonly Step[],
): FieldChange[] {
  const name = path.findLast((step) => typeof step === 'string') ?? '';
  const key = listKey(name, before, after);
  if (key) return itemChanges(before, after, path, (item) => ({ key: key(item) }));
  const content = (item: Value): Step => ({ item });
  const areMaps = before.some(isMap) || after.some(isMap);
  const distinct = [before, after].every((items) => new Set(items.map(printed)).size === items.length);
  const shuffled = distinct && isDeepStrictEqual(before.map(printed).sort(), after.map(printed).sort());
  if (before.length === after.length && (areMaps || positional.has(name)) && !shuffled)
    return before.flatMap((item, index) => fieldChanges(item, after[index], [...path, { index }]));
  if (distinct && !positional.has(name)) return itemChanges(before, after, path, content);
  return [{ path, before, after }];
}

function itemChanges(
  before: readonly Value[],
  after: readonly Value[],
  path: readonly Step[],
  stepOf: (item: Value) => Step,
): FieldChange[] {
  const idOf = (item: Value) => printed(stepOf(item));
  const old = new Map(before.map((item) => [idOf(item), item]));
  const now = new Map(after.map((item) => [idOf(item), item]));
  const changes = before.flatMap((item): FieldChange[] => {
    const there = [...path, stepOf(item)];
    const id = idOf(item);
    return now.has(id) ? fieldChanges(item, now.get(id), there) : [{ path: there, before: item }];
  });
  const added = after.flatMap((item, at): FieldChange[] =>
    old.has(idOf(item)) ? [] : [{ path: [...path, stepOf(item)], after: item, at }],
  );
  const order = after.filter((item) => old.has(idOf(item))).map(stepOf);
  const was = before.filter((item) => now.has(idOf(item))).map(stepOf);
  const reordered = isDeepStrictEqual(order, was) ? [] : [{ path, order }];
  return [...changes, ...reordered, ...added];
}

/** A value as a text that is the same for equal values, whatever the order of their keys. */
export const printed = (value: Value): string =>
  JSON.stringify(value, (_, inner: Value) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? 'undefined';

/** `spec.template.spec.containers[web].env[LEVEL].value`. */
export function pathText(path: readonly Step[]): string {
  const parts = path.map((step) => {
    if (typeof step === 'string') return /^[\w-]+$/.test(step) ? `.${step}` : `[${step}]`;
    if ('index' in step) return `[${step.index}]`;
    if ('key' in step)
      return `[${Object.values(step.key)
        .filter((value) => value !== null)
        .join('/')}]`;
    return '[]';
  });
  return parts.join('').replace(/^\./, '');
}

/** Whether a change lies at or below a path of keys; `*` is any step. */
export const isBelow = ({ path }: FieldChange, prefix: string): boolean =>
  prefix.split('.').every((key, index) => (key === '*' ? path.length > index : path[index] === key));
