// By hand, because rules are synchronous and look at single values, and secretlint is asynchronous and large. The
// forms are those that providers publish for their tokens.

/** The forms by which tokens and keys are known, each with what it is. */
const forms: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['an age key', /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{60,}/],
  ['a token of GitLab', /\bgl(?:pat|dt|rt|ptt|oas|cbt|ft|soat|agent|imt)-[\w-]{20,}/],
  ['a token of Slack', /\bxox[abceoprs]-[\w-]{10,}|\bxapp-\d-[\w-]{10,}/],
  ['a webhook of Slack', /hooks\.slack\.com\/(?:services|workflows)\/T\w{6,}\/[\w/]{16,}/],
  ['a webhook of Discord', /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{15,}\/[\w-]{40,}/],
  ['a token of a Discord bot', /(?<![\w-])[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}(?![\w.-])/],
  ['a key of AWS', /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/],
  ['a key of Google', /\bAIza[\w-]{35}(?![\w-])|\bGOCSPX-[\w-]{28}|"type"\s*:\s*"service_account"/],
  ['a key of Azure', /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}=*|\b\w{3}\dQ~[\w~.-]{31,34}/],
  ['a signed token (JWT)', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a token of Vault', /\bhv[sbr]\.[\w-]{24,}|(?<![\w./-])s\.[A-Za-z0-9]{24}(?![\w.-])/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of PyPI', /\bpypi-[\w-]{50,}/],
  ['a key of Stripe', /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9]{32,}/],
  ['a key of SendGrid', /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/],
  ['a token of Docker', /\bdckr_(?:pat|oat)_[\w-]{20,}/],
  ['a token of Grafana', /\bgl(?:sa|c)_[\w+/=-]{32,}/],
  ['a token of DigitalOcean', /\bdo[opr]_v1_[a-f0-9]{64}/],
  [
    'a key of an AI service',
    /\bsk-(?:ant-|proj-|or-)?[\w-]{40,}|\bgsk_[A-Za-z0-9]{40,}|\bhf_[A-Za-z0-9]{30,}|\bnvapi-[\w-]{40,}/,
  ],
  [
    'a password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:(?![^\s/@"']*(?:\$[({]|\{|<|\*\*|%s))[^\s/@"']+@(?!sha256:)/i,
  ],
];

/** Anything of what each form holds in any case: most texts have none of it, and need no closer look. */
const hint =
  /PRIVATE KEY|AGE-SECRET|gh[pousr]_|github_pat|gl\w+[-_]|xox|xapp|hooks\.slack|webhooks\/|\.[\w-]{6}\.|A[KSBC]|AIza|GOCSPX|service_account|ccess?Key=|AccountKey|Q~|eyJ|hv[sbr]\.|s\.\w{24}|npm_|pypi-|[sr]k_|whsec|SG\.|dckr_|do[opr]_v1|sk-|gsk_|hf_|nvapi|:\/\/|LS0tLS1C/;

/** What a text holds that is known for a token or a key, if any. */
export function credentialIn(value: string): string | undefined {
  if (value.length < 12 || !hint.test(value)) return undefined;
  const plain = value.replaceAll(/LS0tLS1CRUdJTi[\w+/=]+/g, (packed) =>
    Buffer.from(packed, 'base64').toString('latin1'),
  );
  return forms.find(([, form]) => form.test(plain))?.[0];
}
