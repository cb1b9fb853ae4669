// By hand, because a layer replaces lists and keeps what is undefined, and its type says so: no library has both.

/**
 * What an environment may say on top of the base: any part of it.
 * Objects may be given in part, at any depth; lists, scalars and functions only whole.
 */
export type Layer<T> = T extends readonly unknown[] | ((...args: never[]) => unknown)
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Layer<T[K]> }
    : T;

/**
 * Lays `layer` over `base`, neither of which is changed:
 * objects merge key by key, lists and everything else replace, `undefined` keeps what is below.
 */
export function mergeLayer<T>(base: T, layer: Layer<T> | undefined): T {
  if (layer === undefined) return base;
  if (!isPlainObject(base) || !isPlainObject(layer)) return layer as T;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(layer))
    merged.set(key, mergeLayer(merged.get(key), value as never));
  return Object.fromEntries(merged) as T;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
