import { isDeepStrictEqual } from 'node:util';
import type { FieldChange, Step } from '../../../commands/diff/fields.js';

type Container = Record<string, unknown> | unknown[];

const fieldOf = (item: unknown, path: string): unknown =>
  path.split('.').reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], item);

/** Where in its container a step leads; -1 if a list has no such item. */
function placeOf(container: Container, step: Step): string | number {
  if (typeof step === 'string') return step;
  const list = container as unknown[];
  if ('index' in step) return step.index;
  if ('item' in step) return list.findIndex((item) => isDeepStrictEqual(item, step.item));
  return list.findIndex((item) =>
    Object.entries(step.key).every(([field, value]) =>
      isDeepStrictEqual(fieldOf(item, field) ?? null, value),
    ),
  );
}

/** A copy of `before` with what was told done to it, as a reader of the JSON would. */
export function apply(before: unknown, changes: readonly FieldChange[]): unknown {
  const root: Container = { root: structuredClone(before) };
  for (const change of changes) {
    let container: Container = root;
    let last: Step = 'root';
    for (const step of change.path) {
      container = (container as Record<string | number, Container>)[placeOf(container, last)] as Container;
      last = step;
    }
    applyOne(container, last, change);
  }
  return (root as Record<string, unknown>)['root'];
}

function applyOne(container: Container, last: Step, change: FieldChange): void {
  const place = placeOf(container, last);
  if (change.order) {
    const list = (container as Record<string | number, unknown[]>)[place] as unknown[];
    list.splice(0, list.length, ...change.order.map((step) => list[placeOf(list, step) as number]));
  } else if (change.at !== undefined) (container as unknown[]).splice(change.at, 0, change.after);
  else if ('after' in change) (container as Record<string | number, unknown>)[place] = change.after;
  else if (Array.isArray(container)) container.splice(place as number, 1);
  else delete container[place as string];
}
