import { k8s } from 'cdk8s-plus-28';
import { type Platform, SystemService, VaultSecret } from '#constructs';
import {
  Instrumentation,
  type InstrumentationSpec,
  InstrumentationSpecPropagators as Propagator,
  InstrumentationSpecSamplerType as Sampler,
} from '../imports/instrumentation-opentelemetry.io.js';
import {
  atEverySync,
  clientPod,
  fromSecret,
  telemetryStore,
  ttlSecondsAfterFinished,
} from './clickhouse-client.js';
import { clickhouseOtel } from './clickhouse-otel.js';
import { collector } from './collector.js';
import { agentConfig, gatewayConfig } from './collector-config.js';
import { opentelemetryOperator } from './opentelemetry.js';
import { settings } from './settings.js';
import { vaultConfig } from './vault-config.js';

const { namespace, service: gatewayService, ports } = settings.telemetry;
const password = { secret: 'clickhouse', key: 'password' };
/** Virtual clusters have the Service under the same name, so that it is the same for pods there. */
const gateway = `http://${gatewayService}.${namespace}.svc.cluster.local`;

/** Takes in traces, metrics and logs: an agent on each node, and a gateway that all send to and that fills ClickHouse. */
export const telemetry = (platform: Platform) => {
  const service = new SystemService(platform, 'telemetry', {
    namespace,
    podSecurity: { privileged: 'its agents read the logs and file systems of their nodes' },
    dependsOn: [opentelemetryOperator, clickhouseOtel, vaultConfig],
    admits: [
      { from: 'anyone', ports: Object.values(ports) }, // OTLP, by gRPC and by HTTP, from any app
      { from: ['monitoring'], ports: [8888, 8889] }, // what it counts, and what it was sent
    ],
  });
  new VaultSecret(service, password.secret, {
    keys: { [password.key]: 'the password of otel at clickhouse-otel-users' },
  });
  const gateways = collector(service, 'gateway', {
    mode: 'deployment',
    replicas: 2,
    config: gatewayConfig,
    env: [fromSecret('CLICKHOUSE_PASSWORD', password.secret, password.key)],
    resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    securityContext,
    podDisruptionBudget: { maxUnavailable: 1 },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: settings.telemetry.podLabels },
      },
    ],
  });
  collector(service, 'agent', {
    mode: 'daemonset',
    config: agentConfig,
    env: [{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    securityContext: { ...securityContext, runAsUser: 0 }, // logs belong to root
    tolerations: [{ operator: 'Exists' }], // on every node, with whatever taint
    volumes: [
      { name: 'logs', hostPath: { path: '/var/log/pods' } },
      { name: 'root', hostPath: { path: '/' } },
      { name: 'offsets', hostPath: { path: '/var/lib/otelcol', type: 'DirectoryOrCreate' } },
    ],
    volumeMounts: [
      { name: 'logs', mountPath: '/var/log/pods', readOnly: true },
      { name: 'root', mountPath: '/hostfs', readOnly: true, mountPropagation: 'HostToContainer' },
      { name: 'offsets', mountPath: '/var/lib/otelcol' },
    ],
  });
  const read = ['get', 'list', 'watch'];
  allow(service, 'gateway', [
    { apiGroups: [''], resources: ['pods', 'namespaces'], verbs: read },
    { apiGroups: ['apps'], resources: ['replicasets'], verbs: read },
  ]);
  allow(service, 'agent', [{ apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }]);
  const tables = new k8s.KubeJob(service, 'tables', {
    metadata: { name: 'clickhouse-tables', annotations: atEverySync },
    spec: {
      backoffLimit: 20,
      ttlSecondsAfterFinished,
      template: {
        spec: clientPod({ host: telemetryStore.host, user: 'otel', password, sql: spanningTables }),
      },
    },
  });
  tables.addDependency(gateways); // which make the tables that these span
  for (const [name, spec] of Object.entries(languages)) {
    new Instrumentation(service, name, { metadata: { name }, spec: { ...instrumentation, ...spec } });
  }
  return service;
};

const securityContext: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

function allow(service: SystemService, name: string, rules: k8s.PolicyRule[]): void {
  const metadata = { name: `opentelemetry-${name}` };
  new k8s.KubeClusterRole(service, `${name} role`, { metadata, rules });
  new k8s.KubeClusterRoleBinding(service, `${name} binding`, {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: `${name}-collector`, namespace }],
  });
}

const instrumentation: InstrumentationSpec = {
  propagators: [Propagator.TRACECONTEXT, Propagator.BAGGAGE],
  sampler: { type: Sampler.PARENTBASED_UNDERSCORE_ALWAYS_UNDERSCORE_ON },
};

/**
 * By the language of an app, for the annotation instrumentation.opentelemetry.io/inject-java: opentelemetry-collector/java
 * and so on. Go has none: its instrumentation runs as a privileged container, which no app's namespace admits.
 */
const languages: Record<string, InstrumentationSpec> = {
  java: { exporter: { endpoint: `${gateway}:${ports.grpc}` } },
  nodejs: { exporter: { endpoint: `${gateway}:${ports.grpc}` } },
  python: { exporter: { endpoint: `${gateway}:${ports.http}` } }, // these two speak HTTP
  dotnet: { exporter: { endpoint: `${gateway}:${ports.http}` } },
};

/** Made anew each time, so that they gain the columns that a newer collector adds. They hold nothing themselves. */
const spanningTables = [
  'otel_logs',
  'otel_traces',
  'otel_traces_trace_id_ts',
  'otel_metrics_gauge',
  'otel_metrics_sum',
  'otel_metrics_summary',
  'otel_metrics_histogram',
  'otel_metrics_exponential_histogram',
]
  .map((table) => {
    const { cluster } = telemetryStore;
    const spanning = `Distributed('${cluster}', 'otel_local', '${table}', rand())`;
    return `CREATE OR REPLACE TABLE otel.${table} ON CLUSTER '${cluster}' AS otel_local.${table} ENGINE = ${spanning};`;
  })
  .join('\n');
