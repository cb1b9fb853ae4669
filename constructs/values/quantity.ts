// By hand, because it knows which range makes sense on these servers: parsers of quantities do not.

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
  cpu: { least: 0.001, most: 64, range: '1m to 64 cores', example: '100m' },
  /** Memory, in bytes: 4Mi to 256Gi. */
  memory: { least: 4 * 2 ** 20, most: 256 * 2 ** 30, range: '4Mi to 256Gi', example: '256Mi' },
  /** Storage, in bytes: 1Mi to 4Ti. */
  storage: { least: 2 ** 20, most: 4 * 2 ** 40, range: '1Mi to 4Ti', example: '5Gi' },
} as const;

/** `cpu`, `memory` or `storage`. */
export type Measure = keyof typeof measures;

/** The value of a Kubernetes quantity in cores or bytes, or undefined if it is malformed. */
export function parseQuantity(text: string): number | undefined {
  const [, digits, suffix] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]*)$/.exec(text) ?? [];
  const factor = suffixes[suffix ?? 'none'];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** What is wrong with `text` as an amount of `measure`, and how to mend it; undefined if nothing is. */
export function quantityFault(text: string, measure: Measure): { what: string; mend: string } | undefined {
  const { least, most, range, example } = measures[measure];
  const value = parseQuantity(text);
  if (value === undefined) {
    const [, digits, unit] = /^([0-9.]+)\s*([KMGTP])i?[Bb]$/.exec(text) ?? [];
    const meant = digits && unit ? `${digits}${unit}i` : example;
    return { what: `'${text}' is no quantity of ${measure}`, mend: `Write it like '${meant}'` };
  }
  if (value < least || value > most) {
    return { what: `${measure} '${text}' is out of range`, mend: `Give ${range}, for example '${example}'` };
  }
  return undefined;
}

/** CPU as the API server writes it back: `0.1` becomes `100m`, `2000m` becomes `2`. */
export function canonicalCpu(text: string): string {
  const millis = Math.round((parseQuantity(text) ?? 0) * 1000);
  return millis % 1000 === 0 ? `${millis / 1000}` : `${millis}m`;
}

/** `text` times a whole `factor`, in the same unit. */
export const multiply = (text: string, factor: number): string =>
  text.replace(/^[0-9.]+/, (digits) => `${Number(digits) * factor}`);
