import { describe, expect, it } from 'vitest';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { secretRef } from '../../../rules/secrets/secret-ref.js';
import { found } from '../findings.js';

const wants = (name: string, key = 'token') =>
  deployment({
    container: `env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: ${name}, key: ${key} } } }]`,
  });
const made = (kind: string, spec: string, name = 'chess') =>
  `apiVersion: example/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}`;

const makers: readonly (readonly [string, string])[] = [
  ['a Secret', 'apiVersion: v1\nkind: Secret\nmetadata: { name: chess }\nstringData: { token: x }'],
  ['a VaultSecret', made('VaultSecret', '{ output: { name: chess, stringData: { token: x } } }', 'other')],
  [
    'an ExternalSecret',
    made('ExternalSecret', '{ target: { name: chess }, data: [{ secretKey: token }] }', 'other'),
  ],
  ['an ExternalSecret of its own name', made('ExternalSecret', '{ data: [{ secretKey: token }] }')],
  ['an ExternalSecret of unknown keys', made('ExternalSecret', '{ dataFrom: [{ extract: { key: a } }] }')],
  ['a SealedSecret', made('SealedSecret', '{ encryptedData: { token: x } }')],
  [
    'Crossplane',
    made('ServiceAccountKey', '{ writeConnectionSecretToRef: { name: chess, namespace: default } }'),
  ],
];

describe('a Secret that a pod asks for', () => {
  it.each(makers)('may be made by %s', (_, maker) => {
    expect(found(secretRef, maker, wants('chess'))).toEqual([]);
    expect(found(secretRef, maker, wants('ches'))).toEqual([
      "container 'chess' uses Secret 'ches', which does not exist: Did you mean chess?",
    ]);
  });

  it('has the key', () => {
    expect(found(secretRef, makers[0]?.[1] ?? '', wants('chess', 'tokn'))).toEqual([
      "container 'chess' uses Secret 'chess', which has no key 'tokn': Did you mean token?",
    ]);
  });

  it('has the keys that a certificate has', () => {
    const certificate = made('Certificate', '{ secretName: chess-tls }');
    expect(found(secretRef, certificate, wants('chess-tls', 'tls.crt'))).toEqual([]);
    expect(found(secretRef, certificate, wants('chess-tls', 'tls.pem'))).toHaveLength(1);
  });

  it.each([
    ['a volume', 'volumes: [{ name: a, secret: { secretName: chess } }]'],
    ['a projected volume', 'volumes: [{ name: a, projected: { sources: [{ secret: { name: chess } }] } }]'],
    [
      'a volume of some keys',
      'volumes: [{ name: a, secret: { secretName: chess, items: [{ key: token, path: a }] } }]',
    ],
    ['the pull of an image', 'imagePullSecrets: [{ name: chess }]'],
    ['what runs first', 'initContainers: [{ name: first, envFrom: [{ secretRef: { name: chess } }] }]'],
  ])('is asked for by %s', (_, pod) => {
    expect(found(secretRef, deployment({ pod }))).toHaveLength(1);
    expect(found(secretRef, deployment({ pod }), makers[0]?.[1] ?? '')).toEqual([]);
  });

  it('may be optional', () => {
    const container = 'envFrom: [{ secretRef: { name: chess, optional: true } }]';
    expect(found(secretRef, deployment({ container }))).toEqual([]);
  });
});

describe('a Secret of a pod in a virtual cluster', () => {
  const prod = application('prod/chess', 'chess-prod');
  const host = application('host/chess-prod', 'vcluster-prod', 'host-parts');
  const registry = (name: string, namespace = '') =>
    `# host/chess-prod/VaultSecret.chess.yaml\n${made('VaultSecret', `{ output: { name: ${name}, stringData: { .dockerconfigjson: x } } }`)}`.replace(
      'metadata: { name: chess }',
      `metadata: { name: chess${namespace && `, namespace: ${namespace}`} }`,
    );
  const pod = `# prod/chess/Deployment.chess.yaml\n${deployment({ pod: 'imagePullSecrets: [{ name: registry }]' })}`;

  it('may be made on the host, under the name that it is translated to', () => {
    expect(found(secretRef, prod, host, registry('registry-x-chess-prod-x-prod'), pod)).toEqual([]);
  });

  it.each([
    ['under its plain name', registry('registry')],
    ['for another namespace', registry('registry-x-go-prod-x-prod')],
    ['for another cluster', registry('registry-x-chess-prod-x-staging')],
    ['in another namespace of the host', registry('registry-x-chess-prod-x-prod', 'vault')],
  ])('is not found if it is made on the host %s', (_, secret) => {
    expect(found(secretRef, prod, host, secret, pod)).toHaveLength(1);
  });

  it('suggests names as the pod would write them', () => {
    expect(found(secretRef, prod, host, registry('regstry-x-chess-prod-x-prod'), pod)).toEqual([
      "the pull of the images uses Secret 'registry', which does not exist: Did you mean regstry?",
    ]);
  });

  it('comes with a class only if a pod mounts that', () => {
    const unmounted = secretRef.good.replace('driver: secrets-store.csi.k8s.io', 'driver: other');
    expect(found(secretRef, unmounted)).toEqual([
      "container 'chess' uses Secret 'chess-variables', which exists only if a pod mounts the SecretProviderClass 'chess-prod': Mount that class as a volume of the pod",
    ]);
  });
});

it('says nothing where a chart may make Secrets', () => {
  const chart = application('host/chess', 'chess', 'platform').replace(
    'source: {',
    'source: { chart: chess,',
  );
  const pod = `# host/chess/Deployment.chess.yaml\n${wants('unseen')}`;
  expect(found(secretRef, chart, pod)).toEqual([]);
});
