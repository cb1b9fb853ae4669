import type { Text } from '../../constructs/refusals/text.js';

/** Last words of names of secrets. */
const secret =
  /(secret|password|passwd|passphrase|(^|_)pass|pwd|token|credentials?|api_?key|(private|secret|access|auth|encryption|signing|master|license|service|account|admin)_?key)$/;

/** Words in names of keys and tokens that are not secret. */
const open = /(^|_)(max|min|public|publishable|primary|foreign|partition|sort|cache|site|csrf_header)_/;

/** Formats of tokens and keys of well-known services. */
const wellKnown =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|^(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk_live_|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|hvs\.|eyJ[\w-]+\.eyJ)/;

/** `scheme://user:password@host`. */
const inUrl = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i;

/** Values that are never a secret, whatever their name: empty, yes or no, a path, and references. */
const harmless = /^(|true|false|yes|no|on|off|none|null|\.{0,2}\/.*|file:.*|https?:\/\/[^@]*|vault:.*)$/i;

/** `apiKey` and `API-KEY` as `api_key`. */
const plain = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-.\s]/g, '_')
    .toLowerCase();

const token: Text = {
  en: 'contains what looks like a token or a private key',
  fr: 'contient ce qui semble être un jeton ou une clé privée',
};
const password: Text = {
  en: 'contains a URL with a password',
  fr: 'contient une URL avec un mot de passe',
};
const byName: Text = {
  en: 'contains a secret, judging by its name',
  fr: 'contient un secret, d’après son nom',
};

/** Why a value seems to be a secret; undefined if it does not. The value is never reported. */
export function secretFault(name: string, value: string): Text | undefined {
  if (wellKnown.test(value)) return token;
  const given = inUrl.exec(value)?.[1];
  if (given && !isReference(given)) return password;
  if (!secret.test(plain(name)) || open.test(`_${plain(name)}`)) return undefined;
  return harmless.test(value.trim()) || isReference(value) ? undefined : byName;
}

/** Whether a value refers to another: `$(KEY)`, `${KEY}` and `{{ key }}` are replaced at run time. */
const isReference = (value: string): boolean => /\$\(\w+\)|\$\{[^}]+\}|\{\{.*\}\}/.test(value);
