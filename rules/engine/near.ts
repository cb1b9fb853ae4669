import { oneOf, suggest } from '../../constructs/values/names.js';
import type { Fault } from './rule.js';

/** How many names are told where none is near. */
const few = 6;

/** A fault about a name that means nothing: with the one that it was meant to be, or with what there is. */
export function unknownName(what: string, given: string, known: Iterable<string>, otherwise: string): Fault {
  const names = [...new Set(known)].filter((name) => typeof name === 'string').sort();
  const near = suggest(String(given), names);
  if (near) return { what, mend: `Did you mean ${near}?` };
  return {
    what,
    mend: names.length > 0 && names.length <= few ? `${otherwise}; there is ${oneOf(names)}` : otherwise,
  };
}
