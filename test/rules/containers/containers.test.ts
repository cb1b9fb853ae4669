import { describe, expect, it } from 'vitest';
import { duplicatePortName } from '../../../rules/containers/duplicate-port-name.js';
import { imageRegistry } from '../../../rules/containers/image-registry.js';
import { imageTag } from '../../../rules/containers/image-tag.js';
import { probePort } from '../../../rules/containers/probe-port.js';
import { probesDiffer } from '../../../rules/containers/probes-differ.js';
import { requestWithinLimit } from '../../../rules/containers/request-within-limit.js';
import { requestsAndLimits } from '../../../rules/containers/requests-and-limits.js';
import type { Rule } from '../../../rules/engine/rule.js';
import { deployment } from '../../../rules/examples/examples.js';
import { noSshPort } from '../../../rules/pods/no-ssh-port.js';
import { envVarSecret } from '../../../rules/secrets/env-var-secret.js';
import { findings } from '../findings.js';

const container = (text: string) => deployment({ container: text });
const image = (name: string) => deployment({}).replace('ghcr.io/chess/site:1.4.2', name);
const whats = (rule: Rule, yaml: string) => findings(rule, yaml).map(({ what }) => what);

describe('a secret in an environment variable', () => {
  const isFound = (name: string, value: string) =>
    whats(envVarSecret, container(`env: [{ name: ${name}, value: ${JSON.stringify(value)} }]`)).length > 0;

  it.each([
    ['DB_PASSWORD', 'hunter2'],
    ['POSTGRES_PASSWORD', '12345'],
    ['DB_PASS', 'hunter2'],
    ['MYSQL_PWD', 'hunter2'],
    ['clientSecret', '4f0c'],
    ['DISCORD_TOKEN', 'MTAx.abc'],
    ['api-key', 'abc'],
    ['AWS_SECRET_ACCESS_KEY', 'abc'],
    ['ADMIN_PASSWORD', 'changeme'],
    ['WHATEVER', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['CERTIFICATE', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
    ['DATABASE_URL', 'postgresql://chess:hunter2@db:5432/chess'],
    ['REDIS_URL', 'redis://:hunter2@redis:6379'],
  ])('is %s: %s', (name, value) => expect(isFound(name, value)).toBe(true));

  it.each([
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$(POSTGRES_PASSWORD)'],
    ['DB_PASSWORD', '{{ postgres_password }}'],
    ['MYSQL_PASSWORD_FILE', '/vault/secrets/password'],
    ['JWT_PRIVATE_KEY', '/vault/secrets/jwt'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['OIDC_TOKEN_URI', 'https://auth.etsmtl.club/application/o/token/'],
    ['TOKEN_TTL', '3600'],
    ['MAX_TOKEN', '4096'],
    ['VAPID_PUBLIC_KEY', 'BOa8'],
    ['NEXT_PUBLIC_API_KEY', 'pk_1'],
    ['PRIMARY_KEY', 'id'],
    ['KEYBOARD', 'fr'],
    ['DATABASE_URL', 'postgresql://chess:$(DB_PASSWORD)@db:5432/chess'],
    ['DATABASE_URL', 'postgresql://chess@db:5432/chess'],
    ['URL', 'http://chess:8080/a@b'],
  ])('is not %s: %s', (name, value) => expect(isFound(name, value)).toBe(false));

  it('is not told', () => {
    const [what] = whats(envVarSecret, container('env: [{ name: DB_PASSWORD, value: hunter2 }]'));
    expect(what).toBe("the variable DB_PASSWORD of container 'chess' contains a secret, judging by its name");
  });
});

const ports = 'ports: [{ name: http, containerPort: 8080 }]';
const cases: [string, Rule, string, string[]][] = [
  ['a digest', imageTag, image(`ghcr.io/a/b@sha256:${'0'.repeat(64)}`), []],
  [
    'no tag, of a registry with a port',
    imageTag,
    image('ghcr.io:443/a/b'),
    ["container 'chess' has an image that is not pinned: image 'ghcr.io:443/a/b' has no tag"],
  ],
  ['an image of Docker Hub by its short name', imageRegistry, image('nginx:1.28.0'), []],
  ['one of an organization there', imageRegistry, image('clickhouse/clickhouse-server:23.8'), []],
  [
    'an image of the own machine',
    imageRegistry,
    image('localhost/a:1'),
    ["container 'chess' has its image from localhost"],
  ],
  [
    'no limit of CPU, and none that counts of memory',
    requestsAndLimits,
    container('resources: { requests: { cpu: 1, memory: 64Mi }, limits: { memory: 0 } }'),
    ["container 'chess' does not give limits.cpu, limits.memory"],
  ],
  [
    'quantities in different units',
    requestWithinLimit,
    container('resources: { requests: { cpu: 1000m }, limits: { cpu: 1 } }'),
    [],
  ],
  [
    'a request without a limit, and one above it',
    requestWithinLimit,
    container('resources: { requests: { cpu: 1, memory: 2Gi }, limits: { memory: 2G } }'),
    ["container 'chess' asks for 2Gi of memory, and its limit is 2G"],
  ],
  [
    'the same port by name and by number',
    probesDiffer,
    container(
      `${ports}\nreadinessProbe: { tcpSocket: { port: http } }\nlivenessProbe: { tcpSocket: { port: 8080 } }`,
    ),
    ["container 'chess' asks the same to see whether it is ready and whether it is alive, by tcpSocket"],
  ],
  [
    'the same path on two ports',
    probesDiffer,
    container(
      'readinessProbe: { httpGet: { port: 80, path: /x } }\nlivenessProbe: { httpGet: { port: 81, path: /x } }',
    ),
    [],
  ],
  ['a probe by number', probePort, container(`${ports}\nreadinessProbe: { httpGet: { port: 8080 } }`), []],
  ['a probe by command', probePort, container('livenessProbe: { exec: { command: [ls] } }'), []],
  [
    'a probe of a container without ports',
    probePort,
    container('startupProbe: { grpc: { port: 9000 } }'),
    ["the startupProbe of container 'chess' asks port 9000, which it does not have"],
  ],
  [
    'one number for two protocols',
    duplicatePortName,
    container('ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53 }]'),
    [],
  ],
  [
    'two containers with one port',
    duplicatePortName,
    `${container(ports)}        - name: other\n          ${ports}`,
    ["two of its ports are called 'http'", 'two of its ports are 8080/TCP'],
  ],
  ['port 22 of UDP', noSshPort, container('ports: [{ containerPort: 22, protocol: UDP }]'), []],
];

describe('what a container says', () => {
  it.each(cases)('%s', (_, rule, yaml, expected) => expect(whats(rule, yaml)).toEqual(expected));

  it('tells which port or registry was meant', () => {
    const [port] = findings(probePort, container(`${ports}\nlivenessProbe: { tcpSocket: { port: htpp } }`));
    expect(port?.fix).toBe('Did you mean http?');
    expect(findings(imageRegistry, image('ghcr.oi/a/b:1'))[0]?.fix).toMatch(/^Did you mean ghcr\.io\?/);
  });
});
