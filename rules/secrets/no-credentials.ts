import { fill, type Text } from '../../constructs/refusals/text.js';
import type { ObjectRule } from '../engine/rule.js';
import { at } from '../engine/untyped.js';
import { credentialIn } from './credentials.js';
import { looksRandom } from './entropy.js';
import { assignments, isSecretName } from './secret-names.js';

/** Texts with fewer characters than this are not checked: real passwords, tokens and keys are longer. */
const shortest = 12;

const passwordOrKey: Text = { en: 'a password or key', fr: 'un mot de passe ou une clé' };

/** The secret that a text contains, by its format, its name, or a name inside it. */
function secretIn(name: string, value: string): Text | undefined {
  if (value.length < shortest) return undefined;
  const known = credentialIn(value);
  if (known) return known;
  if (looksRandom(value.trim()) && isSecretName(name)) return passwordOrKey;
  const set = assignments(value).find(([key, each]) => looksRandom(each) && isSecretName(key));
  if (!set) return undefined;
  return fill({ en: "<secret>, '<key>'", fr: '<secret>, « <key> »' }, { secret: passwordOrKey, key: set[0] });
}

/** A secret, and the path of its field below a value. The text of the secret is never reported: reports are public. */
interface Found {
  readonly path: string;
  readonly secret: Text;
}

/** The secrets in a value. */
function secretsIn(value: unknown, name: string): Found[] {
  if (typeof value === 'string') {
    const secret = secretIn(name, value);
    return secret ? [{ path: '', secret }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => within(`[${index}]`, secretsIn(inner, name)));
  }
  // In a list of variables or headers, the name is beside the value: `{ name, value }`.
  const beside = at(value, 'name') ?? at(value, 'key');
  const found: Found[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const called = key === 'value' && typeof beside === 'string' ? beside : key;
    for (const each of within(`.${key}`, secretsIn(inner, called))) found.push(each);
  }
  return found;
}

const within = (path: string, found: readonly Found[]): Found[] =>
  found.map((each) => ({ ...each, path: path + each.path }));

/** Not a real token, only the format of one. It is built from parts, so that scanners of repositories do not report it. */
const sample = ['ghp', 'a1B2'.repeat(9)].join('_');
const config = (value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chess }\ndata: { url: "${value}" }\n`;

export const noCredentials: ObjectRule = {
  id: 'no-credentials',
  title: {
    en: 'No password, token or key is written into git',
    fr: 'Aucun mot de passe, jeton ou clé n’est écrit dans git',
  },
  why: {
    en: 'The repository is public and keeps every version: anybody can read it and use it, now or in years.',
    fr: 'Le dépôt est public et garde toutes les versions : n’importe qui peut le lire et l’utiliser, maintenant ou dans des années.',
  },
  fix: {
    en: 'Revoke it now; then put a new one into Vault and name it in secrets, or write $(KEY) in its place',
    fr: 'Révoquez-le maintenant ; puis mettez-en un nouveau dans Vault et nommez-le dans secrets, ou écrivez $(KEY) à sa place',
  },
  lists: ['nsa/C-0012', 'polaris/sensitiveConfigmapContent'],
  check: ({ manifest }) =>
    secretsIn(manifest, '').map(({ path, secret }) =>
      fill(
        { en: '<path> contains <secret>', fr: '<path> contient <secret>' },
        { path: path.replace(/^\./, ''), secret },
      ),
    ),
  good: config('https://$(USER):$(PASSWORD)@chess.example'),
  bad: config(sample),
  finds: ['data.url contains a token of GitHub'],
};
