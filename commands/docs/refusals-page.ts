import { refusals } from '../../constructs/refusals/fault.js';
import type { Refusal } from '../../constructs/refusals/refusal.js';
import { explainedPage } from './explained-page.js';
import { prose } from './prose.js';
import { table } from './table.js';

const all: readonly (readonly [string, Refusal])[] = Object.entries(refusals);

/** Every refusal: its id, and what is wrong in each language. */
export const refusalsTable = (): string =>
  table(
    ['id', 'what is wrong', 'ce qui ne va pas'],
    all.toSorted(byId).map(([id, { what }]) => [`\`${id}\``, prose(what.en), prose(what.fr)]),
  );

/** A page for each refusal, by its id. */
export const refusalPages = (): Map<string, string> =>
  new Map(
    all.map(([id, { example, ...texts }]) => [
      id,
      explainedPage({ id, ...texts, ...example, language: languageOf(example.bad) }),
    ]),
  );

const byId = ([a]: readonly [string, Refusal], [b]: readonly [string, Refusal]) => (a < b ? -1 : 1);

const languageOf = (example: string): string => (/^(npm|npx) /.test(example) ? 'sh' : 'ts');
