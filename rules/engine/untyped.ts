/** What YAML says may be of any shape. These look into it without trusting it. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined if any part of it is missing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let inner = value;
  for (const key of path) {
    if (!isFields(inner) || !Object.hasOwn(inner, key)) return undefined;
    inner = inner[key];
  }
  return inner;
}

/** The objects of the list at a path; none if there is no list. */
export function list(value: unknown, ...path: readonly string[]): readonly Fields[] {
  const inner = at(value, ...path);
  return Array.isArray(inner) ? inner.filter(isFields) : [];
}

/** The texts of the list at a path; none if there is no list. */
export function texts(value: unknown, ...path: readonly string[]): readonly string[] {
  const inner = at(value, ...path);
  return Array.isArray(inner) ? inner.filter((each) => typeof each === 'string') : [];
}

/** The text at a path; empty if there is none. */
export function text(value: unknown, ...path: readonly string[]): string {
  const inner = at(value, ...path);
  return typeof inner === 'string' ? inner : '';
}

/** The object at a path; an empty one if there is none. */
export function fields(value: unknown, ...path: readonly string[]): Fields {
  const inner = at(value, ...path);
  return isFields(inner) ? inner : {};
}

/** The labels at a path, their values as texts. */
export const labelsAt = (value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields(value, ...path)).map(([key, each]) => [key, String(each)]));

/** The names and values of an object; none if it is none. */
export const entries = (value: unknown): [string, unknown][] => Object.entries(fields(value));

/** What is in a list; nothing where there is none. People write `ports: null`, and forget what comes after a dash. */
export const listOf = <T>(value: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(value) ? value.filter((each) => each !== null && each !== undefined) : [];
