import { bootstrapSecret, type Platform, PublicRoute, SystemService, toYaml, VaultSecret } from '#constructs';
import { dex, policy } from './argocd-access.js';
import { healthChecks } from './argocd-health.js';
import { discordKeys, discordSecret, notifications } from './argocd-notifications.js';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { dns } from './dns.js';
import { vaultConfig } from './vault-config.js';

const domain = 'argocd.omni.cedille.club';
/** Without it, Argo CD would believe that there was a push from whoever says so. */
const webhookSecret = 'argocd-webhook';

/** Applies what is committed in `dist/`, itself included. */
export const argocd = (platform: Platform) => {
  const service = new SystemService(platform, 'argocd', {
    charts: [{ chart: chart('argo-cd'), releaseName: 'argocd', values }],
    dependsOn: [contour, certManager, dns, vaultConfig],
    admits: [
      { from: 'ingress', ports: [8080] },
      { from: ['crossplane'], ports: [8080] },
      { from: ['monitoring'], ports: [8082] }, // the state of each Application
    ],
    provides: ['argoproj.io'],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  bootstrapSecret(service, 'dex-secret', {
    'dex.github.clientID':
      "client id of Argo CD's GitHub OAuth application; label the Secret app.kubernetes.io/part-of: argocd",
    'dex.github.clientSecret': 'its client secret',
  });
  new VaultSecret(service, discordSecret, { keys: discordKeys });
  new VaultSecret(service, webhookSecret, {
    keys: { github: "secret of this repository's webhook for pushes, any; GitHub is given the same" },
    labels: { 'app.kubernetes.io/part-of': 'argocd' }, // else Argo CD does not look at it
  });
  const server = 'argocd-server';
  new PublicRoute(service, 'argocd', { hosts: [domain], service: { name: server, port: 'http' } });
  new PublicRoute(service, 'argocd-grpc', {
    hosts: [`grpc-${domain}`],
    service: { name: server, port: 'https' },
  });
  return service;
};

const resources = (cpu: string, memory: string, cpuLimit: string, memoryLimit: string) => ({
  requests: { cpu, memory },
  limits: { cpu: cpuLimit, memory: memoryLimit },
});
const metrics = { enabled: true };
const twice = { replicas: 2, pdb: { enabled: true, maxUnavailable: 1 } };

/** Renders the units that name it as their plugin; it finds none by itself. */
const lovely = {
  name: 'lovely',
  image: 'ghcr.io/crumbhole/lovely:0.22.1',
  env: [{ name: 'HOME', value: '/tmp' }], // where Helm keeps what it fetches
  resources: resources('20m', '64Mi', '1', '512Mi'),
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 999, // that of the repo server, with which it shares a socket
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
  volumeMounts: [
    { name: 'var-files', mountPath: '/var/run/argocd' },
    { name: 'plugins', mountPath: '/home/argocd/cmp-server/plugins' },
    { name: 'lovely-tmp', mountPath: '/tmp' },
  ],
};

/** The values that differ from the chart's own. */
const values = {
  global: { domain },
  configs: {
    params: { 'server.insecure': true }, // TLS ends at Envoy
    cm: {
      'accounts.crossplane': 'apiKey', // registers the virtual clusters
      // A label would be copied from a virtual cluster to the host and taken there for the host's own.
      'application.resourceTrackingMethod': 'annotation',
      'dex.config': toYaml(dex),
      ...healthChecks,
    },
    secret: { githubSecret: `$${webhookSecret}:github` },
    rbac: { 'policy.default': 'role:readonly', 'policy.csv': policy },
  },
  controller: { metrics, resources: resources('250m', '512Mi', '2', '2Gi') },
  server: {
    ...twice,
    metrics,
    resources: resources('50m', '128Mi', '1', '512Mi'),
    // Contour speaks HTTP/2 to the port that the gRPC host leads to.
    service: { annotations: { 'projectcontour.io/upstream-protocol.h2c': 'https,443' } },
  },
  repoServer: {
    ...twice,
    metrics,
    resources: resources('100m', '256Mi', '2', '1Gi'),
    extraContainers: [lovely],
    volumes: [{ name: 'lovely-tmp', emptyDir: {} }],
  },
  applicationSet: { metrics, resources: resources('20m', '64Mi', '500m', '256Mi') },
  notifications: { ...notifications, metrics, resources: resources('20m', '64Mi', '500m', '256Mi') },
  dex: {
    metrics,
    resources: resources('10m', '32Mi', '500m', '128Mi'),
    initImage: { resources: resources('10m', '64Mi', '500m', '256Mi') },
  },
  redis: { resources: resources('20m', '64Mi', '500m', '256Mi') },
  redisSecretInit: { resources: resources('10m', '64Mi', '500m', '256Mi') },
};
