import { didYouMean, fill, joined, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Fault } from './rule.js';

/** How many names are told where none is near. */
const few = 6;

const there: Text = { en: 'There is <names>', fr: 'Il y a <names>' };

/** A fault about a name that means nothing: with the one that it was meant to be, or with what there is. */
export function unknownName(what: Text, given: string, known: Iterable<string>, otherwise: Text): Fault {
  const names = [...new Set(known)].filter((name) => typeof name === 'string').sort();
  const near = suggest(String(given), names);
  if (near) return { what, fix: didYouMean(near) };
  if (names.length === 0 || names.length > few) return { what, fix: otherwise };
  return { what, fix: joined({ en: `${otherwise.en}.`, fr: `${otherwise.fr}.` }, fill(there, { names })) };
}
