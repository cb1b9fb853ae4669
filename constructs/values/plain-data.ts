import { type Fault, fault } from '../refusals/fault.js';

/** Keys by which JavaScript means something else: an object with one of them is not written as it is. */
const oddKeys = ['__proto__', 'constructor'];

/**
 * What is no plain data in a value that is written as YAML: functions, dates, and objects of classes.
 * @param mayCall lets functions be: those that a spec may hold are judged by its schema
 */
export function plainDataFaults(value: unknown, field: readonly string[], mayCall = false): Fault[] {
  const inside = (entries: readonly (readonly [string | number, unknown])[]) =>
    entries.flatMap(([key, inner]) => plainDataFaults(inner, [...field, `${key}`], mayCall));
  if (Array.isArray(value)) return inside([...value.entries()]);
  if (typeof value === 'object' && value !== null) {
    const isPlain = Object.getPrototypeOf(value) === Object.prototype;
    const odd = oddKeys.find((key) => Object.hasOwn(value, key));
    if (odd) return [fault('value-not-data', {}, { field: [...field, odd] })];
    if (isPlain) return inside(Object.entries(value));
  } else if (isScalar(value) || (mayCall && typeof value === 'function')) return [];
  return [fault('value-not-data', {}, { field })];
}

/** Whether it can be written as YAML; what is undefined is left out. */
const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || Number.isFinite(value);
