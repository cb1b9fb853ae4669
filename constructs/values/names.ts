import { distance } from 'fastest-levenshtein';
import { type Fault, fault } from '../refusals/fault.js';
import type { Text } from '../refusals/text.js';

/** Longest DNS label (RFC 1123), and so the longest name of a namespace or Service, in characters. */
export const maxLabel = 63;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const plainName: Text = { en: 'name', fr: 'nom' };

/** What is wrong with `name` as a DNS label; undefined if it is one. @param what what it names, as messages call it */
export function nameFault(
  name: string,
  what: Text = plainName,
  field?: readonly string[],
): Fault | undefined {
  const nearest = nearestLabel(name) || 'club';
  if (!label.test(name)) return fault('name-form', { what, name, label: nearest }, { field });
  if (name.length <= maxLabel) return undefined;
  return fault('name-length', { what, name, length: name.length, most: maxLabel, label: nearest }, { field });
}

/** The nearest lawful DNS label to what was written. */
export function nearestLabel(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLabel)
    .replace(/^-+|-+$/g, '');
}

/** The candidate that `given` was most likely meant to be, if any is near. */
export function suggest(given: string, candidates: Iterable<string>): string | undefined {
  // Every name starts with no letters.
  if (given === '') return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    const isNear =
      candidate.startsWith(given) || given.startsWith(candidate) || lettersOf(given) === lettersOf(candidate);
    const far = isNear ? 1 : distance(given.toLowerCase(), candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** The letters of a word in order: those of one typed in another order are the same. */
const lettersOf = (word: string): string => [...word.toLowerCase()].sort().join('');

/** "a, b or c" for error messages. */
export const oneOf = (items: Iterable<string>): string => {
  const all = [...items];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
};
