// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the collector that puts in variables
import { telemetryStore } from './clickhouse-client.js';

// Configuration of collectors, in the words of opentelemetry-collector-contrib 0.111.

/** How long telemetry is kept: 14 days. */
const retention = '336h';
const extensions = { health_check: { endpoint: '0.0.0.0:13133' } };
const telemetry = { metrics: { address: '0.0.0.0:8888' } };
const memoryLimiter = { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 };
const uid = { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] };

/** What pods are, beside what they say of themselves. */
const attributes = (...association: readonly object[]) => ({
  auth_type: 'serviceAccount',
  extract: {
    metadata: [
      'k8s.namespace.name',
      'k8s.pod.name',
      'k8s.pod.uid',
      'k8s.node.name',
      'k8s.deployment.name',
      'k8s.statefulset.name',
      'k8s.daemonset.name',
    ],
    labels: [
      // What runs in a virtual cluster has its own namespace there; on the host all share one.
      { tag_name: 'vcluster.name', key: 'vcluster.loft.sh/managed-by', from: 'pod' },
      { tag_name: 'vcluster.namespace', key: 'vcluster.loft.sh/namespace', from: 'pod' },
      { tag_name: 'program', key: 'app.kubernetes.io/name', from: 'pod' },
    ],
  },
  pod_association: association,
});

/** On each node: the logs of its containers, and figures of the node and of what runs on it. */
export const agentConfig = {
  extensions: { ...extensions, file_storage: { directory: '/var/lib/otelcol' } },
  receivers: {
    filelog: {
      include: ['/var/log/pods/*/*/*.log'],
      exclude: ['/var/log/pods/opentelemetry-collector_*/*/*.log'], // its own errors would feed themselves
      include_file_path: true,
      include_file_name: false,
      start_at: 'end',
      storage: 'file_storage',
      retry_on_failure: { enabled: true },
      operators: [{ type: 'container', id: 'container-parser' }],
    },
    hostmetrics: {
      root_path: '/hostfs',
      collection_interval: '30s',
      scrapers: {
        cpu: {},
        load: {},
        memory: {},
        disk: {},
        network: {},
        filesystem: {
          include_fs_types: { match_type: 'strict', fs_types: ['ext4', 'xfs', 'vfat'] },
          exclude_mount_points: { match_type: 'regexp', mount_points: ['/var/lib/kubelet/.*'] },
        },
      },
    },
    kubeletstats: {
      auth_type: 'serviceAccount',
      endpoint: 'https://${env:K8S_NODE_NAME}:10250',
      insecure_skip_verify: true, // Talos lets each kubelet sign its own certificate
      collection_interval: '30s',
    },
  },
  processors: {
    memory_limiter: memoryLimiter,
    batch: {},
    resource: { attributes: [{ key: 'k8s.node.name', value: '${env:K8S_NODE_NAME}', action: 'upsert' }] },
  },
  exporters: {
    otlp: {
      endpoint: 'dns:///gateway-collector-headless.opentelemetry-collector.svc.cluster.local:4319',
      tls: { insecure: true }, // inside the namespace
      balancer_name: 'round_robin',
    },
  },
  service: {
    extensions: ['health_check', 'file_storage'],
    telemetry,
    pipelines: {
      logs: pipeline(['filelog'], ['resource'], ['otlp']),
      metrics: pipeline(['hostmetrics', 'kubeletstats'], ['resource'], ['otlp']),
    },
  },
};

/** Between all that send telemetry and what keeps it. */
export const gatewayConfig = {
  extensions,
  receivers: {
    otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
    // Apart, because what an agent sends of a node is not about the pod that sends it.
    'otlp/agent': { protocols: { grpc: { endpoint: '0.0.0.0:4319' } } },
  },
  processors: {
    memory_limiter: memoryLimiter,
    k8sattributes: attributes(uid, { sources: [{ from: 'connection' }] }),
    'k8sattributes/agent': attributes(uid),
    'resource/gateway': { attributes: [{ key: 'gateway', value: '${env:POD_NAME}', action: 'upsert' }] },
    batch: { send_batch_size: 10000, timeout: '5s' }, // ClickHouse wants few large inserts
  },
  connectors: {
    spanmetrics: {
      histogram: { explicit: { buckets: ['100us', '1ms', '2ms', '6ms', '10ms', '100ms', '250ms'] } },
      dimensions: [{ name: 'http.method', default: 'GET' }, { name: 'http.status_code' }],
      dimensions_cache_size: 1000,
      metrics_flush_interval: '15s',
    },
  },
  exporters: {
    clickhouse: {
      endpoint: `tcp://${telemetryStore.host}:9000`,
      database: 'otel_local',
      username: 'otel',
      password: '${env:CLICKHOUSE_PASSWORD}',
      ttl: retention,
      cluster_name: `\`${telemetryStore.cluster}\``, // goes into SQL as it stands, where a dash wants quotes
      table_engine: { name: 'ReplicatedMergeTree' },
      timeout: '10s',
      sending_queue: { queue_size: 100 },
      retry_on_failure: {
        enabled: true,
        initial_interval: '5s',
        max_interval: '30s',
        max_elapsed_time: '300s',
      },
    },
    prometheus: { endpoint: '0.0.0.0:8889', resource_to_telemetry_conversion: { enabled: true } },
  },
  service: {
    extensions: ['health_check'],
    telemetry,
    pipelines: {
      traces: pipeline(['otlp'], ['k8sattributes'], ['clickhouse', 'spanmetrics']),
      logs: pipeline(['otlp'], ['k8sattributes'], ['clickhouse']),
      'logs/agent': pipeline(['otlp/agent'], ['k8sattributes/agent'], ['clickhouse']),
      metrics: pipeline(['otlp'], ['k8sattributes'], ['clickhouse', 'prometheus']),
      'metrics/agent': pipeline(['otlp/agent'], ['k8sattributes/agent'], ['clickhouse', 'prometheus']),
      // Each gateway counts the spans that it sees: without its name they would overwrite each other's counts.
      'metrics/spans': pipeline(['spanmetrics'], ['resource/gateway'], ['clickhouse', 'prometheus']),
    },
  },
};

/** Memory is guarded first, and batches are made last. */
function pipeline(receivers: string[], processors: string[], exporters: string[]) {
  return { receivers, processors: ['memory_limiter', ...processors, 'batch'], exporters };
}
