import { k8s } from 'cdk8s-plus-28';
import { type Platform, PublicRoute, SystemService, VaultSecret } from '#constructs';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { dns } from './dns.js';
import { mayastor } from './mayastor.js';
import { prometheus } from './prometheus.js';
import { grafanaHost as host, settings } from './settings.js';
import { vaultConfig } from './vault-config.js';

/** Reads ConfigMaps, for dashboards. The role of the chart would read every Secret of the cluster as well. */
const dashboardReader = 'grafana-dashboards';

/**
 * Graphs. Who is in ClubCedille on GitHub may look, its team sre edits, its team exec administers. A ConfigMap with
 * label `grafana_dashboard`, in any namespace of the host, is a dashboard; annotation `grafana_folder` says where.
 */
export const grafana = (platform: Platform) => {
  const service = new SystemService(platform, 'grafana', {
    charts: [{ chart: chart('grafana'), values }], // the newest 7, with Grafana 10.4; 7.0.1 ran before
    dependsOn: [contour, certManager, dns, mayastor, prometheus, vaultConfig],
    admits: [
      { from: 'ingress', ports: [3000] },
      { from: ['monitoring'], ports: [3000] },
    ],
  });
  new VaultSecret(service, 'grafana-admin', {
    keys: { 'admin-user': 'the login of the last resort, a word', 'admin-password': 'its password, any' },
  });
  new VaultSecret(service, 'grafana-github-secret', {
    keys: {
      GF_AUTH_GITHUB_CLIENT_ID: "client id of Grafana's GitHub OAuth application",
      GF_AUTH_GITHUB_CLIENT_SECRET: 'its client secret',
    },
  });
  new VaultSecret(service, 'grafana-env', {
    keys: {
      GF_SECURITY_SECRET_KEY: 'encrypts what Grafana stores, any; changing it loses that',
      CLICKHOUSE_PASSWORD: 'the password of grafana at clickhouse-otel-users',
    },
  });
  new k8s.KubeClusterRole(service, 'dashboard reader', {
    metadata: { name: dashboardReader },
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }],
  });
  new PublicRoute(service, 'grafana', { hosts: [host], service: { name: 'grafana', port: 80 } });
  return service;
};

const resources = (cpu: string, memory: string, maxCpu: string, maxMemory: string) => ({
  requests: { cpu, memory },
  limits: { cpu: maxCpu, memory: maxMemory },
});

const ini = {
  server: { root_url: `https://${host}/` },
  auth: { disable_login_form: true },
  'auth.basic': { enabled: false },
  'auth.github': {
    enabled: true, // its client is in the environment
    scopes: 'user:email,read:org',
    allowed_organizations: 'ClubCedille',
    allow_sign_up: true,
    allow_assign_grafana_admin: true,
    role_attribute_path:
      "contains(groups[*], '@ClubCedille/exec') && 'GrafanaAdmin' || " +
      "contains(groups[*], '@ClubCedille/sre') && 'Editor' || 'Viewer'",
  },
  analytics: { check_for_updates: false, reporting_enabled: false },
};

const datasources = [
  {
    name: 'Prometheus',
    uid: 'prometheus',
    type: 'prometheus',
    url: `http://${settings.metrics.service}.${settings.metrics.namespace}:${settings.metrics.port}`,
    isDefault: true,
    jsonData: { timeInterval: '30s' },
  },
  {
    name: 'ClickHouse',
    uid: 'clickhouse',
    type: 'grafana-clickhouse-datasource',
    jsonData: {
      host: 'clickhouse-clickhouse-otel-monitoring.clickhouse-system',
      port: 9000,
      protocol: 'native',
      username: 'grafana',
      defaultDatabase: 'default',
    },
    secureJsonData: { password: '$CLICKHOUSE_PASSWORD' },
  },
];

/** The values that differ from the chart's own. */
const values = {
  'grafana.ini': ini,
  admin: { existingSecret: 'grafana-admin' }, // nobody signs in with it, unless GitHub is down and the form is put on
  envFromSecrets: [{ name: 'grafana-github-secret' }, { name: 'grafana-env' }],
  plugins: ['grafana-clickhouse-datasource 4.14.1'], // the newest for Grafana 10
  datasources: { 'datasources.yaml': { apiVersion: 1, datasources } },
  persistence: { enabled: true, size: '10Gi', storageClassName: settings.storage.files },
  deploymentStrategy: { type: 'Recreate' }, // the volume is mounted by one pod at a time
  initChownData: { enabled: false }, // it runs as root; fsGroup does the same
  resources: resources('100m', '256Mi', '1', '512Mi'),
  rbac: { useExistingClusterRole: dashboardReader },
  serviceMonitor: { enabled: true },
  sidecar: {
    enableUniqueFilenames: true, // namespaces may use the same key
    resources: resources('10m', '64Mi', '100m', '128Mi'),
    dashboards: {
      enabled: true,
      searchNamespace: 'ALL',
      resource: 'configmap',
      folderAnnotation: 'grafana_folder',
      provider: { foldersFromFilesStructure: true },
      skipReload: true, // Grafana looks every 30 s; to ask for it needs basic auth
    },
  },
  testFramework: { enabled: false },
};
