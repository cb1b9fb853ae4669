import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import {
  PrometheusRuleSpecGroupsRulesExpr as Expr,
  PrometheusRule,
} from '../imports/prometheusrule-monitoring.coreos.com.js';
import { chart } from './charts.js';
import { prometheus } from './prometheus.js';

/** Asks public hosts from outside their pods, as a browser would. A Probe of module `http_2xx` says which. */
export const blackbox = (platform: Platform) => {
  const service = new SystemService(platform, 'blackbox', {
    namespace: 'monitoring',
    podSecurity: 'other',
    charts: [{ chart: chart('prometheus-blackbox-exporter'), releaseName: 'blackbox', values }],
    dependsOn: [prometheus],
  });
  const rule = (alert: string, severity: string, wait: string, expr: string, summary: string) => ({
    alert,
    expr: Expr.fromString(expr),
    for: wait,
    labels: { severity },
    annotations: { summary },
  });
  const lapsesWithin = (days: number) => `probe_ssl_earliest_cert_expiry - time() < ${days} * 86400`;
  new PrometheusRule(service, 'hosts', {
    metadata: { name: 'public-hosts' },
    spec: {
      groups: [
        {
          name: 'public-hosts',
          rules: [
            rule(
              'HostDown',
              'critical',
              '5m',
              'probe_success == 0',
              '{{ $labels.instance }} does not answer well',
            ),
            // cert-manager renews 30 days before.
            rule(
              'CertificateLapses',
              'warning',
              '1h',
              lapsesWithin(20),
              'The certificate of {{ $labels.instance }} was not renewed',
            ),
            rule(
              'CertificateLapses',
              'critical',
              '1h',
              lapsesWithin(5),
              'The certificate of {{ $labels.instance }} lapses in days',
            ),
          ],
        },
      ],
    },
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  fullnameOverride: 'blackbox-exporter',
  config: {
    modules: {
      // Lists replace, so this says all of it. TLS must hold at the end of redirects, and its certificate be trusted.
      http_2xx: {
        prober: 'http',
        timeout: '10s',
        http: {
          fail_if_not_ssl: true,
          follow_redirects: true,
          preferred_ip_protocol: 'ip4',
          valid_http_versions: ['HTTP/1.1', 'HTTP/2.0'],
          tls_config: { insecure_skip_verify: false },
        },
      },
    },
  },
  podSecurityContext: { seccompProfile: { type: 'RuntimeDefault' } }, // as its namespace asks
  replicas: 2,
  podDisruptionBudget: { maxUnavailable: 1 },
  resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  serviceMonitor: { selfMonitor: { enabled: true } },
};
