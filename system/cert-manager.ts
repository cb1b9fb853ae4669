import { type Platform, SystemService } from '#constructs';
import { ClusterIssuer } from '../imports/clusterissuer-cert-manager.io.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { settings } from './settings.js';

/** The mailbox that Let's Encrypt warns before a certificate lapses. */
const email = 'cedille@etsmtl.ca';

// Types are those of 1.13: of what a ClusterIssuer had there, 1.16 dropped nothing. 1.17 is for Kubernetes 1.29 and newer.
/** Certificates for public hosts, by Let's Encrypt: `letsencrypt-prod`, and `letsencrypt-staging`, which has no rate limits and which browsers do not trust. */
export const certManager = (platform: Platform) => {
  const service = new SystemService(platform, 'cert-manager', {
    charts: [{ chart: chart('cert-manager'), values }],
    dependsOn: [contour], // answers the HTTP-01 challenges
    admits: [{ from: 'anyone', ports: [10250] }], // its webhook
    provides: ['cert-manager.io'],
  });
  issuer(service, 'letsencrypt-prod', 'https://acme-v02.api.letsencrypt.org/directory');
  issuer(service, 'letsencrypt-staging', 'https://acme-staging-v02.api.letsencrypt.org/directory');
  return service;
};

const issuer = (service: SystemService, name: string, server: string) =>
  new ClusterIssuer(service, name, {
    metadata: { name },
    spec: {
      acme: {
        email,
        server,
        privateKeySecretRef: { name },
        solvers: [{ http01: { ingress: { ingressClassName: settings.ingress.className } } }],
      },
    },
  });

const resources = (cpu: string, memory: string, limit: string) => ({
  requests: { cpu, memory },
  limits: { cpu: '500m', memory: limit },
});

/** The values that differ from the chart's own. */
const values = {
  crds: { enabled: true },
  global: { leaderElection: { namespace: 'cert-manager' } }, // instead of kube-system, which is not its own
  resources: resources('20m', '64Mi', '256Mi'),
  webhook: {
    replicaCount: 2, // without it no Certificate and no Issuer can be changed
    podDisruptionBudget: { enabled: true },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/component': 'webhook' } },
      },
    ],
    resources: resources('10m', '32Mi', '128Mi'),
  },
  cainjector: { resources: resources('10m', '64Mi', '256Mi') },
  startupapicheck: { enabled: false }, // Argo CD waits for the webhook by itself
};
