import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { credentialIn } from '../../../rules/secrets/credentials.js';
import { looksRandom } from '../../../rules/secrets/entropy.js';
import { noCredentials } from '../../../rules/secrets/no-credentials.js';
import { assignments, isSecretName } from '../../../rules/secrets/secret-names.js';
import { foundIn } from '../found.js';

const config = (data: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'chess' },
  data,
});
const findings = (manifest: Manifest) => foundIn(noCredentials, [{ file: 'x.yaml', manifest }]);

// Of the form of a token, and none: made here, so that no scanner takes this file for a leak.
const noise = (length: number) => 'a1B2c3D4'.repeat(20).slice(0, length);
const pem = (what: string) => ['-----BEGIN', what, 'KEY-----'].join(' ');

describe('a token is found by its form', () => {
  it.each([
    ['a private key', pem('PRIVATE')],
    ['a private key', `x\n${pem('OPENSSH PRIVATE')}\ny`],
    ['a private key', pem('PGP PRIVATE').replace('KEY', 'KEY BLOCK')],
    ['a private key', Buffer.from(`${pem('RSA PRIVATE')}\n${noise(60)}`).toString('base64')],
    ['an age key', `AGE-SECRET-KEY-${1}${noise(58).toUpperCase()}`],
    ['a token of GitHub', `${'gh'}p_${noise(36)}`],
    ['a token of GitHub', `${'github'}_pat_${noise(70)}`],
    ['a token of GitLab', `${'glpat'}-${noise(20)}`],
    ['a token of Slack', `${'xox'}b-${noise(24)}`],
    ['a webhook of Slack', `https://hooks.slack.com/${'services'}/T${noise(8)}/B${noise(8)}/${noise(24)}`],
    ['a webhook of Discord', `https://discord.com/api/${'webhooks'}/${'1'.repeat(18)}/${noise(68)}`],
    ['a token of a Discord bot', `M${noise(23)}.${noise(6)}.${noise(38)}`],
    ['a key of AWS', `${'AK'}IA${noise(16).toUpperCase()}`],
    ['a key of Google', `${'AI'}za${noise(35)}`],
    ['a key of Google', `{ "type": "${'service'}_account" }`],
    ['a key of Azure', `AccountName=x;${'Account'}Key=${noise(86)}==`],
    ['a signed token (JWT)', `${'eyJ'}${noise(20)}.${'eyJ'}${noise(20)}.${noise(43)}`],
    ['a token of Vault', `${'hv'}s.${noise(90)}`],
    ['a token of Vault', `${'s'}.${noise(24)}`],
    ['a token of npm', `${'npm'}_${noise(36)}`],
    ['a key of Stripe', `${'sk'}_live_${noise(24)}`],
    ['a key of SendGrid', `${'S'}G.${noise(22)}.${noise(43)}`],
    ['a token of Docker', `${'dckr'}_pat_${noise(27)}`],
    ['a token of Grafana', `${'gl'}sa_${noise(41)}`],
    ['a key of an AI service', `${'gs'}k_${noise(52)}`],
    ['a password in an address', `postgres://chess:${'pass'}word@db:5432/chess`],
    ['a password in an address', `redis://:${'p4ss%2F'}@redis:6379`],
  ])('%s', (what, value) => {
    expect(credentialIn(value)?.en).toBe(what);
    expect(findings(config({ anything: `x ${value} y` }))).toEqual([`data.anything contains ${what}`]);
  });

  it('but not where something stands for it, or where there is none', () => {
    for (const value of [
      'postgresql://chess:$(DB_PASSWORD)@db:5432/chess',
      `postgresql://\${USER}:\${PASSWORD}@db`,
      'https://{{ .user }}:{{ .password }}@chess.example',
      'https://chess.example:8443/users/@me',
      'mailto:a@b.ca http://[::1]:8080/ git@github.com:ClubCedille/x.git ssh://git@github.com/x',
      pem('PUBLIC'),
      Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64'),
      `docker.io/library/nginx:1.27@sha256:${'0123456789abcdef'.repeat(4)}`,
      'task-risk-desk-sk-short and ghp_short, s.chess, hooks.slack.com',
    ])
      expect(credentialIn(value), value).toBeUndefined();
  });
});

describe('a secret is found by its name and its randomness', () => {
  const name = fc.constantFrom(
    'API_KEY',
    'password',
    'clientSecret',
    'db.token',
    'ACCESS_TOKEN',
    'secret',
    'authKey',
  );

  it('random base64 of 32 characters or more is found, as a variable, in a map, in a file', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.integer({ min: 24, max: 64 }),
        name,
        (seed, size, key) => {
          const value = base64(seed, size);
          expect(findings(config({ [key]: value }))).toHaveLength(1);
          expect(findings(config({ 'app.ini': `[x]\n${key} = ${value}\n` }))).toHaveLength(1);
          const env = [{ name: key, value }];
          const pod = {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata: { name: 'x' },
            spec: { containers: [{ env }] },
          };
          expect(findings(pod)).toEqual(['spec.containers[0].env[0].value contains a password or key']);
        },
      ),
      { numRuns: 500, seed: 2026 }, // of a million such keys 100 happen to look like words
    );
  });

  const word = fc.constantFrom(
    ...[
      'chess',
      'database',
      'outline',
      'variables',
      'prod',
      'secret',
      'token',
      'Provider',
      'class',
      'letsencrypt',
    ],
    ...[
      'Password',
      'Policy',
      'member',
      'system',
      'vault',
      'config',
      'admin',
      'default',
      'registry',
      'montreal',
    ],
  );
  it('ordinary words are not', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 9 }),
        fc.constantFrom('-', '_', '.', '/', ''),
        name,
        (words, by, key) => {
          const joined = words.join(by);
          for (const value of [joined, joined.toUpperCase(), `/${joined}`, `${joined}-${words.length}`])
            expect(findings(config({ [key]: value })), value).toEqual([]);
        },
      ),
    );
  });

  it.each([
    '0a8b5ae4-8f0b-4d8e-9e6b-5a0c6c3f7d21',
    `sha256:${'0123456789abcdef'.repeat(4)}`,
    'kv/data/apps/outline-capra/prod/outline',
    'outline-capra-variables-x-outline-capra-prod-x-prod',
    'com.example.SecretProviderClassPodStatus',
    '$(SOME_PASSWORD_OF_THE_APP_1234567890)',
    'changeme',
  ])('%s is no secret', (value) => {
    expect(looksRandom(value)).toBe(false);
  });

  it('names that only tell of a secret are none', () => {
    const none = [
      'secretName',
      'tokenTTL',
      'secretPath',
      'publicKey',
      'checksum/secret',
      'passwordPolicyName',
      'keyboard',
      'monkey',
      'tokenUrl',
    ];
    expect(none.filter(isSecretName)).toEqual([]);
    const some = [
      'API_KEY',
      'apiKey',
      'clientSecret',
      'DB_PASSWORD',
      'tls.key',
      'GITHUB_TOKEN',
      'privateKey',
      'secretKey',
    ];
    expect(some.filter((each) => !isSecretName(each))).toEqual([]);
  });

  it('reads the lines of files', () => {
    expect(assignments(`{ "key": "${noise(24)}" }\n--token=${noise(20)}`)).toEqual([
      ['key', noise(24)],
      ['--token', noise(20)],
    ]);
  });
});

/** Base64 of evenly drawn bytes (xorshift). */
function base64(seed: number, size: number): string {
  let state = seed;
  const bytes = Array.from({ length: size }, () => {
    for (let i = 0; i < 4; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
    }
    return state & 255;
  });
  return Buffer.from(bytes).toString('base64');
}
