import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import { ClusterIssuer } from '../imports/clusterissuer-cert-manager.io.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { settings } from './settings.js';

/** The mailbox that Let's Encrypt warns before a certificate lapses. */
const email = 'cedille@etsmtl.ca';

/** Certificates for public hosts, by Let's Encrypt: `letsencrypt-prod`, and `letsencrypt-staging`, which has no rate limits and which browsers do not trust. */
export const certManager = (platform: Platform) => {
  const service = new SystemService(platform, 'cert-manager', {
    charts: [{ chart: chart('cert-manager'), values: { installCRDs: true } }],
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
