// By hand, because telling secrets from what only looks like them (digests, UUIDs, words) is most of it.

/** The Shannon entropy of a text, in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / value.length);
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
}

/** Runs of four letters or more that may be words: `Secret`, `driver`, `PATH`; not those without vowels. */
const words = /[A-Z]?[a-z]{4,}|[A-Z]{4,}/g;
const unsayable = /^[^aeiouy]*$|[^aeiouy]{5}/i;

/** Values that look random and are not secret: UUIDs, and digests with a prefix. */
const digests = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:sha\d+|md5)[:-].*|\{?SHA\d*\}.*)$/i;

/** Whether a text looks random, as passwords and keys do, and is not made of words. */
export function looksRandom(value: string): boolean {
  if (value.length < 20 || !/^[\w+/=~.!@#^&*-]+$/.test(value) || digests.test(value)) return false;
  const said = (value.match(words) ?? []).filter((word) => !unsayable.test(word));
  const wordy = said.join('').length / value.length;
  if (/^[0-9a-f]+$/i.test(value)) return value.length >= 32 && entropy(value) > 3;
  if (/[A-Z]/.test(value) && /[a-z]/.test(value)) {
    // Words rarely have digits inside them: with two, more of the text must be words.
    const isMixed = (value.match(/(?<=[a-z])\d+(?=[a-z])/gi) ?? []).length > 1;
    return wordy < (isMixed ? 0.85 : 0.65) && entropy(value) > 3.5;
  }
  // All letters in one case: words rarely alternate with digits.
  const changes = [...value.matchAll(/[a-z](?=\d)|\d(?=[a-z])/gi)].length / value.length;
  return changes > 0.2 && entropy(value) > 3.5;
}
