import type { ObjectRule } from '../engine/rule.js';
import { at } from '../engine/untyped.js';
import { credentialIn } from './credentials.js';
import { looksRandom } from './entropy.js';
import { assignments, isSecretName } from './secret-names.js';

/** No password, token or key is shorter: most texts need no look at all. */
const shortest = 12;

/** What a text holds that nobody should see, if anything, by what it is called. */
function secretIn(name: string, value: string): string | undefined {
  if (value.length < shortest) return undefined;
  const known = credentialIn(value);
  if (known) return known;
  if (looksRandom(value.trim()) && isSecretName(name)) return 'a password or key';
  const set = assignments(value).find(([key, each]) => looksRandom(each) && isSecretName(key));
  return set && `a password or key, '${set[0]}'`;
}

/** Where in a value there is something that nobody should see. Its text is never told: reports are public. */
function secretsIn(value: unknown, name: string): string[] {
  if (typeof value === 'string') {
    const found = secretIn(name, value);
    return found ? [` holds ${found}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => secretsIn(inner, name).map((found) => `[${index}]${found}`));
  }
  // In a list of variables or headers the name stands beside the value.
  const beside = at(value, 'name') ?? at(value, 'key');
  const found: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const called = key === 'value' && typeof beside === 'string' ? beside : key;
    for (const each of secretsIn(inner, called)) found.push(`.${key}${each}`);
  }
  return found;
}

/** No token, but of the form of one: made of pieces, so that no scanner of repositories takes this for a leak. */
const sample = ['ghp', 'a1B2'.repeat(9)].join('_');
const config = (value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chess }\ndata: { url: "${value}" }\n`;

export const noCredentials: ObjectRule = {
  id: 'no-credentials',
  title: 'No password, token or key is written into git',
  why: 'The repository is public and forgets nothing: whoever reads it, now or in years, can use it.',
  fix: 'Revoke it now; then put a new one into Vault and name it in secrets, or write $(KEY) where it belongs',
  lists: ['nsa/C-0012', 'polaris/sensitiveConfigmapContent'],
  check: ({ manifest }) => secretsIn(manifest, '').map((found) => found.replace(/^\./, '')),
  good: config('https://$(USER):$(PASSWORD)@chess.example'),
  bad: config(sample),
};
