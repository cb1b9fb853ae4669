import { type RefusalId, refusals } from '../../constructs/refusals/fault.js';
import { explainedPage } from './explained-page.js';
import { explanations } from './explanations/index.js';
import { prose } from './prose.js';
import { table } from './table.js';

const ids = Object.keys(refusals).sort() as RefusalId[];

/** Every refusal: its id, and what is wrong in each language. */
export const refusalsTable = (): string =>
  table(
    ['id', 'what is wrong', 'ce qui ne va pas'],
    ids.map((id) => [`\`${id}\``, prose(refusals[id].what.en), prose(refusals[id].what.fr)]),
  );

/** A page for each refusal, by its id. */
export const refusalPages = (): Map<string, string> =>
  new Map(
    ids.map((id) => {
      const { why, example } = explanations[id];
      const language = languageOf(example.bad);
      return [id, explainedPage({ id, ...refusals[id], why, ...example, language })];
    }),
  );

const languageOf = (example: string): string => (/^(npm|npx) /.test(example) ? 'sh' : 'ts');
