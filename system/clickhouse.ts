import { type Platform, SystemService, VaultSecret } from '#constructs';
import { chart } from './charts.js';
import { vaultConfig } from './vault-config.js';

/** Runs ClickHouse: turns each ClickHouseInstallation of its namespace into servers, and mends them. */
export const clickhouseOperator = (platform: Platform) => {
  const service = new SystemService(platform, 'clickhouse-operator', {
    namespace: 'clickhouse-system', // the operator watches its own namespace, so the installations are in it too
    charts: [{ chart: chart('altinity-clickhouse-operator'), releaseName: name, values }],
    dependsOn: [vaultConfig],
    provides: ['clickhouse.altinity.com'],
    // Those who keep telemetry, and those who look at it; the servers ask each for a password.
    admits: [{ from: ['opentelemetry-collector', 'grafana'], ports: [8123, 9000] }],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  // With what the operator signs in to the servers: else a password that everyone can read in the chart.
  new VaultSecret(service, name, {
    keys: { username: "the operator's own user, a word", password: 'its password, any' },
  });
  return service;
};

const name = 'clickhouse-operator';

/** What Pod Security `restricted` asks of a container. */
const containerSecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

const resources = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };

/** The values that differ from the chart's own. */
const values = {
  fullnameOverride: name,
  secret: { create: false },
  podSecurityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
  operator: { containerSecurityContext, resources },
  metrics: { containerSecurityContext, resources },
};
