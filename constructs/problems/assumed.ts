import { sourceOfError } from './source.js';

/** A value in the code that is not what is known to be right, and why it is there. */
export interface Assumption {
  /** `assumed`: right until somebody knows better. `placeholder`: to be replaced before first use. */
  readonly kind: 'assumed' | 'placeholder';
  /** What is not known, or what has to be put there. */
  readonly why: string;
  /** `apps/chess.ts:6`: where it is written. */
  readonly source: string;
}

const fileOf = ({ source }: Assumption): string => source.replace(/:\d+$/, '');
const lineOf = ({ source }: Assumption): number => Number(/:(\d+)$/.exec(source)?.[1]);

const remembered: { readonly kind: Assumption['kind']; readonly why: string; readonly trace: Error }[] = [];

/** `value`, which is taken for right for want of knowledge: `assumed('its club names no version', '…/site:main')`. */
export function assumed<const T>(why: string, value: T): T {
  remembered.push({ kind: 'assumed', why, trace: new Error() });
  return value;
}

/** `value`, which stands for one that is set before first use: `placeholder('the address of the router', '192.0.2.1')`. */
export function placeholder<const T>(why: string, value: T): T {
  remembered.push({ kind: 'placeholder', why, trace: new Error() });
  return value;
}

/** All that is assumed, and all placeholders, of the files that have been loaded: each once, by where it is written. */
export function assumptions(): Assumption[] {
  const all = remembered.map(({ kind, why, trace }) => ({ kind, why, source: sourceOfError(trace) ?? '' }));
  const once = new Map(all.map((each) => [`${each.source}\0${each.kind}\0${each.why}`, each]));
  return [...once.values()].sort((a, b) => {
    const [fileA, fileB] = [fileOf(a), fileOf(b)];
    return fileA === fileB ? lineOf(a) - lineOf(b) : fileA < fileB ? -1 : 1;
  });
}
