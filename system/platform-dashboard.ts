/** One number or graph: its title, its query in PromQL, and what it counts. */
type Panel = readonly [title: string, query: string, unit: string, legend?: string];

const now: readonly Panel[] = [
  ['Nodes that are not ready', 'sum(kube_node_status_condition{condition="Ready",status!="true"})', 'short'],
  ['Pods that wait or failed', 'sum(kube_pod_status_phase{phase=~"Pending|Failed|Unknown"})', 'short'],
  ['Alerts', 'sum(ALERTS{alertstate="firing",severity=~"warning|critical"}) or vector(0)', 'short'],
  ['Public hosts that are down', 'count(probe_success == 0) or vector(0)', 'short'],
];

const overTime: readonly Panel[] = [
  [
    'CPU in use, by node',
    '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
    'percentunit',
    '{{instance}}',
  ],
  [
    'Memory in use, by node',
    '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes',
    'percentunit',
    '{{instance}}',
  ],
  [
    'CPU, by namespace',
    'topk(10, sum by (namespace) (node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate))',
    'short',
    '{{namespace}}',
  ],
  [
    'Memory, by namespace',
    'topk(10, sum by (namespace) (container_memory_working_set_bytes{container!=""}))',
    'bytes',
    '{{namespace}}',
  ],
  [
    'Fullest volumes',
    'topk(10, kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes)',
    'percentunit',
    '{{namespace}}/{{persistentvolumeclaim}}',
  ],
  [
    'Certificates that lapse first',
    'bottomk(10, probe_ssl_earliest_cert_expiry - time())',
    's',
    '{{instance}}',
  ],
];

const panel = (type: string, at: { w: number; h: number; x: number; y: number }, spec: Panel, id: number) => {
  const [title, expr, unit, legendFormat] = spec;
  return {
    id,
    type,
    title,
    datasource: { type: 'prometheus', uid: 'prometheus' },
    gridPos: at,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: [{ refId: 'A', expr, legendFormat }],
  };
};

/** The state of the whole platform on one page, as Grafana reads it. */
export const platformDashboard = {
  uid: 'platform',
  title: 'Platform',
  schemaVersion: 39,
  refresh: '1m',
  time: { from: 'now-6h', to: 'now' },
  panels: [
    ...now.map((spec, index) => panel('stat', { w: 6, h: 4, x: 6 * index, y: 0 }, spec, 1 + index)),
    ...overTime.map((spec, index) =>
      panel(
        'timeseries',
        { w: 12, h: 8, x: 12 * (index % 2), y: 4 + 8 * Math.floor(index / 2) },
        spec,
        1 + now.length + index,
      ),
    ),
  ],
};
