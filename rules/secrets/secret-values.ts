/** Last words of names under which people keep secrets. */
const secret =
  /(secret|password|passwd|passphrase|(^|_)pass|pwd|token|credentials?|api_?key|(private|secret|access|auth|encryption|signing|master|license|service|account|admin)_?key)$/;

/** Keys and tokens that everyone may see. */
const open = /(^|_)(max|min|public|publishable|primary|foreign|partition|sort|cache|site|csrf_header)_/;

/** Forms that tokens and keys of well-known services have. */
const wellKnown =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|^(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk_live_|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|hvs\.|eyJ[\w-]+\.eyJ)/;

/** `scheme://user:password@host`, with the password written out. */
const inUrl = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i;

/** What is no secret under any name: nothing, yes or no, a path, and what Kubernetes or a program puts in later. */
const harmless = /^(|true|false|yes|no|on|off|none|null|\.{0,2}\/.*|file:.*|https?:\/\/[^@]*|vault:.*)$/i;

/** `apiKey` and `API-KEY` as `api_key`. */
const plain = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-.\s]/g, '_')
    .toLowerCase();

/** What a value has that only a secret has; undefined if it has nothing of it. The value is never told. */
export function secretFault(name: string, value: string): string | undefined {
  if (wellKnown.test(value)) return 'holds what looks like a token or a private key';
  const password = inUrl.exec(value)?.[1];
  if (password && !isReference(password)) return 'holds a URL with a password';
  if (!secret.test(plain(name)) || open.test(`_${plain(name)}`)) return undefined;
  return harmless.test(value.trim()) || isReference(value) ? undefined : 'holds a secret, by its name';
}

/** `$(KEY)`, `${KEY}` and `{{ key }}` are put in where it runs. */
const isReference = (value: string): boolean => /\$\(\w+\)|\$\{[^}]+\}|\{\{.*\}\}/.test(value);
