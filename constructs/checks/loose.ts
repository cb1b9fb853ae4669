/** Questions to data of which nothing is known: what is not there, or something else, is empty. */

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies below these keys. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

/** Text, or none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The names and values of an object. */
export const entries = (value: unknown): [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : [];

/** The texts of a list. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The objects of a list. */
export const records = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);
