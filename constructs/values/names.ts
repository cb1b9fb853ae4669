import { distance } from 'fastest-levenshtein';

/** Longest DNS label (RFC 1123), and so the longest name of a namespace or Service, in characters. */
export const maxLabel = 63;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** What is wrong with `name` as a DNS label, or undefined if it is one. */
export function labelFault(name: string): string | undefined {
  if (!label.test(name)) return 'may hold only a-z, 0-9 and -, and must begin and end with a letter or digit';
  if (name.length > maxLabel) return `is ${name.length} characters long, ${maxLabel} are allowed`;
  return undefined;
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
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    const far =
      candidate.startsWith(given) || given.startsWith(candidate)
        ? 1
        : distance(given.toLowerCase(), candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** "a, b or c" for error messages. */
export const oneOf = (items: Iterable<string>): string => {
  const all = [...items];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
};
