import { budget, deploys } from './app.js';
import { dashboard, type GrafanaDashboard, type Rows } from './panels.js';

const rows: Rows = [
  [
    {
      title: 'Nodes that are not ready',
      type: 'stat',
      queries: [{ expr: 'sum(kube_node_status_condition{condition="Ready",status!="true"})' }],
      red: 1,
    },
    {
      title: 'Pods that wait or failed',
      type: 'stat',
      queries: [{ expr: 'sum(kube_pod_status_phase{phase=~"Pending|Failed|Unknown"})' }],
      red: 1,
    },
    {
      title: 'Alerts',
      type: 'stat',
      queries: [{ expr: 'sum(ALERTS{alertstate="firing",severity=~"warning|critical"}) or vector(0)' }],
      red: 1,
    },
    {
      title: 'Public hosts that are down',
      type: 'stat',
      queries: [{ expr: 'count(probe_success == 0) or vector(0)' }],
      red: 1,
    },
    {
      title: 'Applications out of sync',
      type: 'stat',
      queries: [{ expr: 'count(argocd_app_info{sync_status!="Synced"}) or vector(0)' }],
      red: 1,
    },
    {
      title: 'Hours since the last backup',
      type: 'stat',
      queries: [
        { expr: '(time() - max(velero_backup_last_successful_timestamp{schedule=~".+-daily"})) / 3600' },
      ],
      red: 36,
    },
  ],
  [
    {
      title: 'CPU in use, by node',
      type: 'timeseries',
      queries: [
        {
          expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
          legend: '{{instance}}',
        },
      ],
      unit: 'percentunit',
    },
    {
      title: 'Memory in use, by node',
      type: 'timeseries',
      queries: [
        {
          expr: '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes',
          legend: '{{instance}}',
        },
      ],
      unit: 'percentunit',
    },
  ],
  [
    {
      title: 'CPU, by app',
      type: 'timeseries',
      queries: [
        {
          expr: `topk(10, sum by (app, environment) (
  sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))
  * on (namespace, pod) group_left (app, environment) app:pod:info
))`,
          legend: '{{app}} {{environment}}',
        },
      ],
    },
    {
      title: 'Memory, by namespace',
      type: 'timeseries',
      queries: [
        {
          expr: 'topk(10, sum by (namespace) (container_memory_working_set_bytes{container!=""}))',
          legend: '{{namespace}}',
        },
      ],
      unit: 'bytes',
    },
    {
      title: 'Requests a second, by app',
      type: 'timeseries',
      queries: [{ expr: 'topk(10, app:requests:rate5m)', legend: '{{app}} {{environment}}' }],
      unit: 'reqps',
    },
  ],
  [
    {
      title: 'Fullest volumes',
      type: 'timeseries',
      queries: [
        {
          expr: 'topk(10, kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes)',
          legend: '{{namespace}}/{{persistentvolumeclaim}}',
        },
      ],
      unit: 'percentunit',
    },
    {
      title: 'Disk pools in use',
      type: 'timeseries',
      queries: [{ expr: 'disk_pool_used_size_bytes / disk_pool_total_size_bytes', legend: '{{node}}' }],
      unit: 'percentunit',
    },
    {
      title: 'Certificates that lapse first',
      type: 'timeseries',
      queries: [{ expr: 'bottomk(10, probe_ssl_earliest_cert_expiry - time())', legend: '{{instance}}' }],
      unit: 's',
    },
  ],
  [
    {
      title: 'Hosts that take longest to answer',
      type: 'timeseries',
      queries: [{ expr: 'topk(10, probe_duration_seconds)', legend: '{{instance}}' }],
      unit: 's',
    },
    budget(''),
    {
      title: 'What fires',
      type: 'table',
      queries: [{ expr: 'ALERTS{alertstate="firing",severity=~"warning|critical"}' }],
    },
  ],
];

/** The state of the whole platform on one page. */
export const platformDashboard: GrafanaDashboard = dashboard('platform', 'Platform', rows, {
  annotations: { list: [deploys('host-.+')] },
});
