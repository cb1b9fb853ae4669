import { answers } from './answers.js';
import { app } from './app.js';
import { data } from './data.js';
import { loading } from './loading.js';
import { machines } from './machines.js';
import { names } from './names.js';
import { preview } from './preview.js';
import { program } from './program.js';
import type { Refusal } from './refusal.js';
import { shape } from './shape.js';
import { structure } from './structure.js';
import { didYouMean, fill, type Text, type Value } from './text.js';

/** Everything that the platform refuses, by id. What rules refuse is beside each rule. */
export const refusals = {
  ...answers,
  ...app,
  ...data,
  ...loading,
  ...machines,
  ...names,
  ...preview,
  ...program,
  ...shape,
  ...structure,
} as const;

/** The id of a refusal: `port-range`. */
export type RefusalId = keyof typeof refusals;

/** What is wrong, and how to fix it. */
export interface Fault {
  /** The id by which it is looked up. */
  readonly id: string;
  /** What is wrong, with the value that was given. */
  readonly what: Text;
  /** How to fix it, as an instruction. */
  readonly fix: Text;
  /** The field that it is about, from the outside in: `['services', 'api', 'port']`. @default - all of what was declared */
  readonly field?: readonly string[];
}

/** The names in `<…>` of a text. */
type Holes<T extends string> = T extends `${string}<${infer Name}>${infer Rest}` ? Name | Holes<Rest> : never;

type Values<Id extends RefusalId> = Readonly<
  Record<Holes<(typeof refusals)[Id]['what']['en'] | (typeof refusals)[Id]['fix']['en']>, Value>
>;

/** Where a fault is, and what was meant. */
export interface FaultOptions {
  /** The field that it is about. @default - all of what was declared */
  readonly field?: readonly string[];
  /** What was probably meant; asked instead of the fix. @default - the fix is told */
  readonly near?: string;
}

/** A fault by the id of its refusal, with the values that its texts name. */
export function fault<Id extends RefusalId>(
  id: Id,
  values: Values<Id>,
  { field, near }: FaultOptions = {},
): Fault {
  const refusal: Refusal = refusals[id];
  return {
    id,
    what: fill(refusal.what, values),
    fix: near === undefined ? fill(refusal.fix, values) : didYouMean(near),
    field,
  };
}

/** Faults of a part, as faults of the whole that it is in. */
export const within = (path: readonly string[], faults: readonly Fault[]): Fault[] =>
  faults.map((each) => ({ ...each, field: [...path, ...(each.field ?? [])] }));

/** A fault as sentences: what is wrong, and how to fix it. */
export function sentences({ what, fix }: Pick<Fault, 'what' | 'fix'>): Text {
  const ended = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
  return { en: `${what.en}. ${ended(fix.en)}`, fr: `${what.fr}. ${ended(fix.fr)}` };
}
