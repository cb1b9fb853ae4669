// By hand, because it knows which range makes sense on these servers: parsers of quantities do not.
import { type Fault, fault } from '../refusals/fault.js';
import type { Text } from '../refusals/text.js';

const suffixes: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** What a quantity measures, with the range that makes sense on this platform's servers. */
const measures = {
  /** CPU, in cores: 1m to 64. */
  cpu: { name: { en: 'CPU', fr: 'CPU' }, least: 0.001, most: 64, range: ['1m', '64'], example: '100m' },
  /** Memory, in bytes: 4Mi to 256Gi. */
  memory: {
    name: { en: 'memory', fr: 'mémoire' },
    least: 4 * 2 ** 20,
    most: 256 * 2 ** 30,
    range: ['4Mi', '256Gi'],
    example: '256Mi',
  },
  /** Storage, in bytes: 1Mi to 4Ti. */
  storage: {
    name: { en: 'storage', fr: 'stockage' },
    least: 2 ** 20,
    most: 4 * 2 ** 40,
    range: ['1Mi', '4Ti'],
    example: '5Gi',
  },
} as const;

/** `cpu`, `memory` or `storage`. */
export type Measure = keyof typeof measures;

/** What a measure is called in messages. */
export const measureName = (measure: Measure): Text => measures[measure].name;

/** The value of a Kubernetes quantity in cores or bytes, or undefined if it is malformed. */
export function parseQuantity(text: string): number | undefined {
  const [, digits, suffix] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]*)$/.exec(text) ?? [];
  const factor = suffixes[suffix ?? 'none'];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** What is wrong with `text` as an amount of `measure`; undefined if nothing is. */
export function quantityFault(text: string, measure: Measure, field?: readonly string[]): Fault | undefined {
  const { least, most, range, example, name } = measures[measure];
  const value = parseQuantity(text);
  if (value === undefined) {
    const [, digits, unit] = /^([0-9.]+)\s*([KMGTP])i?[Bbo]$/.exec(text) ?? [];
    const meant = digits && unit ? `${digits}${unit}i` : example;
    return fault('quantity-form', { text, measure: name, example: meant }, { field });
  }
  if (value >= least && value <= most) return undefined;
  return fault(
    'quantity-range',
    { text, measure: name, least: range[0], most: range[1], example },
    { field },
  );
}

/** CPU as the API server writes it back: `0.1` becomes `100m`, `2000m` becomes `2`. */
export function canonicalCpu(text: string): string {
  const millis = Math.round((parseQuantity(text) ?? 0) * 1000);
  return millis % 1000 === 0 ? `${millis / 1000}` : `${millis}m`;
}

/** `text` times a whole `factor`, in the same unit. */
export const multiply = (text: string, factor: number): string =>
  text.replace(/^[0-9.]+/, (digits) => `${Number(digits) * factor}`);
