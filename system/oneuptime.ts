import { k8s } from 'cdk8s-plus-28';
import { type Platform, PublicRoute, SystemService, VaultSecret } from '#constructs';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { dns } from './dns.js';
import { mayastor } from './mayastor.js';
import { settings } from './settings.js';
import { vaultConfig } from './vault-config.js';

const host = 'status.omni.cedille.club';
const storageClass = settings.storage.files;
const date = '/metadata/labels/date';
const { fromString: quantity } = k8s.Quantity;

/** The status page of what the clubs run, with its monitors and its calls for help. */
export const oneuptime = (platform: Platform) => {
  const service = new SystemService(platform, 'oneuptime', {
    podSecurity: 'baseline', // its images run as root
    // The newest 7. 7.0.1978, which ran before, takes no secret by reference, and its database images are gone.
    charts: [{ chart: chart('oneuptime'), values }],
    dependsOn: [contour, certManager, dns, mayastor, vaultConfig],
    admits: [{ from: 'ingress', ports: [7849] }],
    // The chart writes the time of rendering into every pod, and draws the key of its probe anew each time:
    // Argo CD would restart all of it at every sync. What is there first stays.
    ignoreDifferences: [
      { group: 'apps', kind: 'Deployment', jsonPointers: [date, `/spec/template${date}`] },
      { kind: 'Secret', name: 'oneuptime-secrets', jsonPointers: ['/data', '/stringData'] },
    ],
    syncOptions: ['RespectIgnoreDifferences=true'],
  });
  // The names that the chart asks its databases' passwords of.
  new VaultSecret(service, 'oneuptime-postgresql', {
    keys: { 'postgres-password': 'password of postgres, any', password: 'password of oneuptime, any' },
  });
  new VaultSecret(service, 'oneuptime-clickhouse', { keys: { 'admin-password': 'any' } });
  new VaultSecret(service, 'oneuptime-redis', { keys: { 'redis-password': 'any' } });
  new VaultSecret(service, 'oneuptime-keys', {
    keys: {
      'oneuptime-secret': 'signs sessions, any',
      'encryption-secret': 'encrypts what the database holds, any; changing it loses that',
    },
  });
  new k8s.KubeLimitRange(service, 'limits', {
    metadata: { name: 'defaults' },
    spec: {
      limits: [
        {
          // For nginx, the status page, the probe and the collector, for which the chart takes none.
          type: 'Container',
          defaultRequest: { cpu: quantity('50m'), memory: quantity('128Mi') },
          default: { cpu: quantity('1'), memory: quantity('1Gi') },
        },
      ],
    },
  });
  new PublicRoute(service, 'oneuptime', { hosts: [host], service: { name: 'oneuptime-nginx', port: 80 } });
  return service;
};

const resources = (cpu: string, memory: string, maxCpu: string, maxMemory: string) => ({
  requests: { cpu, memory },
  limits: { cpu: maxCpu, memory: maxMemory },
});

/** The parts of OneUptime that answer requests, each a Deployment of its own. */
const parts = [
  'accounts',
  'adminDashboard',
  'apiReference',
  'app',
  'dashboard',
  'docs',
  'fluentIngest',
  'home',
  'incomingRequestIngest',
  'isolatedVM',
  'openTelemetryIngest',
  'probeIngest',
  'serverMonitorIngest',
  'worker',
  'workflow',
];

/** Those of the charts open the databases to every namespace; the namespace's own does not. */
const networkPolicy = { enabled: false };

/** The values that differ from the chart's own. */
const values = {
  global: { storageClass },
  host,
  httpProtocol: 'https',
  image: { tag: chart('oneuptime').version, pullPolicy: 'IfNotPresent' }, // the chart's own tag moves
  externalSecrets: {
    oneuptimeSecret: { existingSecret: { name: 'oneuptime-keys', passwordKey: 'oneuptime-secret' } },
    encryptionSecret: { existingSecret: { name: 'oneuptime-keys', passwordKey: 'encryption-secret' } },
  },
  nginx: { service: { type: 'ClusterIP' } }, // Envoy stands before it
  ...Object.fromEntries(parts.map((part) => [part, { resources: resources('50m', '256Mi', '1', '1Gi') }])),
  postgresql: {
    auth: { existingSecret: 'oneuptime-postgresql' },
    primary: {
      persistence: { size: '25Gi' },
      resources: resources('100m', '256Mi', '1', '1Gi'),
      // Mayastor has the nodes keep huge pages. Postgres would take them without being given any, and crash.
      initdb: { args: '--set=huge_pages=off' },
      extendedConfiguration: 'huge_pages = off',
      networkPolicy,
    },
    readReplicas: { networkPolicy }, // there are none, but there would be a policy
  },
  clickhouse: {
    auth: { existingSecret: 'oneuptime-clickhouse', existingSecretKey: 'admin-password' },
    persistence: { size: '25Gi' },
    resources: resources('250m', '1Gi', '2', '3Gi'),
    networkPolicy,
  },
  redis: {
    auth: { existingSecret: 'oneuptime-redis', existingSecretPasswordKey: 'redis-password' },
    master: { resources: resources('50m', '64Mi', '500m', '256Mi') },
    networkPolicy,
  },
  keda: { enabled: false }, // no autoscaling here
};
