// By hand, because rules are synchronous and look at single values, and secretlint is asynchronous and large. The
// forms are those that providers publish for their tokens.
import type { Text } from '../../constructs/refusals/text.js';

/** The published formats of tokens and keys. */
const forms: readonly (readonly [Text, RegExp])[] = [
  [{ en: 'a private key', fr: 'une clé privée' }, /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  [{ en: 'an age key', fr: 'une clé age' }, /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/],
  [
    { en: 'a token of GitHub', fr: 'un jeton de GitHub' },
    /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{60,}/,
  ],
  [
    { en: 'a token of GitLab', fr: 'un jeton de GitLab' },
    /\bgl(?:pat|dt|rt|ptt|oas|cbt|ft|soat|agent|imt)-[\w-]{20,}/,
  ],
  [{ en: 'a token of Slack', fr: 'un jeton de Slack' }, /\bxox[abceoprs]-[\w-]{10,}|\bxapp-\d-[\w-]{10,}/],
  [
    { en: 'a webhook of Slack', fr: 'un webhook de Slack' },
    /hooks\.slack\.com\/(?:services|workflows)\/T\w{6,}\/[\w/]{16,}/,
  ],
  [
    { en: 'a webhook of Discord', fr: 'un webhook de Discord' },
    /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{15,}\/[\w-]{40,}/,
  ],
  [
    { en: 'a token of a Discord bot', fr: 'un jeton d’un bot Discord' },
    /(?<![\w-])[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}(?![\w.-])/,
  ],
  [{ en: 'a key of AWS', fr: 'une clé d’AWS' }, /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/],
  [
    { en: 'a key of Google', fr: 'une clé de Google' },
    /\bAIza[\w-]{35}(?![\w-])|\bGOCSPX-[\w-]{28}|"type"\s*:\s*"service_account"/,
  ],
  [
    { en: 'a key of Azure', fr: 'une clé d’Azure' },
    /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}=*|\b\w{3}\dQ~[\w~.-]{31,34}/,
  ],
  [{ en: 'a signed token (JWT)', fr: 'un jeton signé (JWT)' }, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  [
    { en: 'a token of Vault', fr: 'un jeton de Vault' },
    /\bhv[sbr]\.[\w-]{24,}|(?<![\w./-])s\.[A-Za-z0-9]{24}(?![\w.-])/,
  ],
  [{ en: 'a token of npm', fr: 'un jeton de npm' }, /\bnpm_[A-Za-z0-9]{36}\b/],
  [{ en: 'a token of PyPI', fr: 'un jeton de PyPI' }, /\bpypi-[\w-]{50,}/],
  [
    { en: 'a key of Stripe', fr: 'une clé de Stripe' },
    /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9]{32,}/,
  ],
  [{ en: 'a key of SendGrid', fr: 'une clé de SendGrid' }, /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/],
  [{ en: 'a token of Docker', fr: 'un jeton de Docker' }, /\bdckr_(?:pat|oat)_[\w-]{20,}/],
  [{ en: 'a token of Grafana', fr: 'un jeton de Grafana' }, /\bgl(?:sa|c)_[\w+/=-]{32,}/],
  [{ en: 'a token of DigitalOcean', fr: 'un jeton de DigitalOcean' }, /\bdo[opr]_v1_[a-f0-9]{64}/],
  [
    { en: 'a key of an AI service', fr: 'une clé d’un service d’IA' },
    /\bsk-(?:ant-|proj-|or-)?[\w-]{40,}|\bgsk_[A-Za-z0-9]{40,}|\bhf_[A-Za-z0-9]{30,}|\bnvapi-[\w-]{40,}/,
  ],
  [
    { en: 'a password in an address', fr: 'un mot de passe dans une adresse' },
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:(?![^\s/@"']*(?:\$[({]|\{|<|\*\*|%s))[^\s/@"']+@(?!sha256:)/i,
  ],
];

/** A part that each format always has: most texts match none, and need not be compared with each format. */
const hint =
  /PRIVATE KEY|AGE-SECRET|gh[pousr]_|github_pat|gl\w+[-_]|xox|xapp|hooks\.slack|webhooks\/|\.[\w-]{6}\.|A[KSBC]|AIza|GOCSPX|service_account|ccess?Key=|AccountKey|Q~|eyJ|hv[sbr]\.|s\.\w{24}|npm_|pypi-|[sr]k_|whsec|SG\.|dckr_|do[opr]_v1|sk-|gsk_|hf_|nvapi|:\/\/|LS0tLS1C/;

/** The token or key that a text contains, by its format. */
export function credentialIn(value: string): Text | undefined {
  if (value.length < 12 || !hint.test(value)) return undefined;
  const plain = value.replaceAll(/LS0tLS1CRUdJTi[\w+/=]+/g, (packed) =>
    Buffer.from(packed, 'base64').toString('latin1'),
  );
  return forms.find(([, form]) => form.test(plain))?.[0];
}
