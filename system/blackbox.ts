import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';
import { prometheus } from './prometheus.js';
import { probeModules } from './watch/probes.js';

/** Asks public hosts from outside their pods, as a browser would. Probes say which (system/watch.ts). */
export const blackbox = (platform: Platform) => {
  return new SystemService(platform, 'blackbox', {
    namespace: 'monitoring',
    podSecurity: 'other',
    charts: [{ chart: chart('prometheus-blackbox-exporter'), releaseName: 'blackbox', values }],
    dependsOn: [prometheus],
  });
};

/** Lists replace, so this says all of it. TLS must hold at the end of redirects. */
const browser = (anyCertificate: boolean) => ({
  prober: 'http',
  timeout: '10s',
  http: {
    fail_if_not_ssl: true,
    follow_redirects: true,
    preferred_ip_protocol: 'ip4',
    valid_http_versions: ['HTTP/1.1', 'HTTP/2.0'],
    tls_config: { insecure_skip_verify: anyCertificate },
  },
});

/** The values that differ from the chart's own. */
const values = {
  fullnameOverride: 'blackbox-exporter',
  config: {
    modules: {
      [probeModules.trusted]: browser(false),
      // Staging has certificates of an authority for tests. When they lapse is still told.
      [probeModules.untrusted]: browser(true),
      [probeModules.port]: {
        prober: 'tcp',
        timeout: '10s',
        tcp: { tls: true, preferred_ip_protocol: 'ip4' },
      },
    },
  },
  podSecurityContext: { seccompProfile: { type: 'RuntimeDefault' } }, // as its namespace asks
  replicas: 2,
  podDisruptionBudget: { maxUnavailable: 1 },
  resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  serviceMonitor: { selfMonitor: { enabled: true } },
};
