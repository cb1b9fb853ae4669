import { didYouMean, fill, joined, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Fault, Said } from './rule.js';

/** How many names are told where none is near. */
const few = 6;

const there: Text = { en: 'There is <names>', fr: 'Il y a <names>' };

/** A text in each language, of one that may be in English alone. */
export const both = (said: Said): Text => (typeof said === 'string' ? { en: said, fr: said } : said);

/** A fault about a name that means nothing: with the one that it was meant to be, or with what there is. */
export function unknownName(what: Said, given: string, known: Iterable<string>, otherwise: Said): Fault {
  const names = [...new Set(known)].filter((name) => typeof name === 'string').sort();
  const near = suggest(String(given), names);
  if (near) return { what, fix: didYouMean(near) };
  const fix = both(otherwise);
  if (names.length === 0 || names.length > few) return { what, fix };
  return { what, fix: joined({ en: `${fix.en}.`, fr: `${fix.fr}.` }, fill(there, { names })) };
}
