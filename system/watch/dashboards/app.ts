import type { Watched } from '../watched.js';
import { dashboard, type GrafanaDashboard, type PanelSpec, type Rows } from './panels.js';

/** The selector of an app's series; the environment is chosen on the page. */
const own = (app: string): string => `{app="${app}",environment="$environment"}`;
const ofPods = (app: string): string => `* on (namespace, pod) group_left () app:pod:info${own(app)}`;

const quantile = (app: string, share: number) => ({
  expr: `histogram_quantile(${share}, app:latency_milliseconds_bucket:rate5m${own(app)})`,
  legend: `p${share * 100}`,
});

/** What the public sees of it. */
const publicRows = (app: string, hasObjective: boolean): Rows => [
  [
    {
      title: 'Hosts that answer',
      type: 'stat',
      queries: [{ expr: `avg(probe_success${own(app)})` }],
      unit: 'percentunit',
      red: 1,
      redBelow: true,
    },
    {
      title: 'Certificate lapses in',
      type: 'stat',
      queries: [{ expr: `min(probe_ssl_earliest_cert_expiry${own(app)}) - time()` }],
      unit: 's',
      red: 20 * 86_400,
      redBelow: true,
    },
    {
      title: 'Requests that fail',
      type: 'stat',
      queries: [{ expr: `app:failed:ratio5m${own(app)}` }],
      unit: 'percentunit',
      red: 0.05,
    },
    ...(hasObjective ? [budget(own(app))] : []),
  ],
  [
    {
      title: 'Requests a second, by class of answer',
      type: 'timeseries',
      queries: [
        { expr: `app:requests_by_class:rate5m${own(app)}`, legend: '{{envoy_response_code_class}}xx' },
      ],
      unit: 'reqps',
    },
    {
      title: 'Time to answer',
      type: 'timeseries',
      queries: [0.5, 0.95, 0.99].map((share) => quantile(app, share)),
      unit: 'ms',
    },
    {
      title: 'Time to answer, as a browser sees it',
      type: 'timeseries',
      queries: [{ expr: `probe_duration_seconds${own(app)}`, legend: '{{instance}}' }],
      unit: 's',
    },
  ],
];

/** What is left of the budget of failed requests. */
export const budget = (selector: string): PanelSpec => ({
  title: 'Budget left of 30 days',
  type: 'stat',
  queries: [{ expr: `app:slo:budget_left${selector}`, legend: '{{app}} {{environment}}' }],
  unit: 'percentunit',
  red: 0.1,
  redBelow: true,
});

const usage = (app: string, title: string, used: string, resource: string, unit: string): PanelSpec => ({
  title,
  type: 'timeseries',
  queries: [
    { expr: `sum by (pod) (${used} ${ofPods(app)})`, legend: '{{pod}}' },
    {
      expr: `max(sum by (namespace, pod) (kube_pod_container_resource_limits{resource="${resource}"}) ${ofPods(app)})`,
      legend: 'limit of a pod',
    },
  ],
  unit,
});

/** What runs. */
const podRows = (app: string): Rows => [
  [
    {
      title: 'Pods that are ready',
      type: 'stat',
      queries: [
        { expr: `sum(max by (namespace, pod) (kube_pod_status_ready{condition="true"}) ${ofPods(app)})` },
      ],
      red: 1,
      redBelow: true,
    },
    {
      title: 'Restarts in 24 hours',
      type: 'stat',
      queries: [
        {
          expr: `sum(sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[24h])) ${ofPods(app)})`,
        },
      ],
      red: 3,
    },
    {
      title: 'Alerts',
      type: 'stat',
      queries: [
        { expr: `count(ALERTS{alertstate="firing",app="${app}",environment="$environment"}) or vector(0)` },
      ],
      red: 1,
    },
  ],
  [
    usage(
      app,
      'CPU of each pod',
      'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
      'cpu',
      'short',
    ),
    usage(
      app,
      'Memory of each pod',
      'sum by (namespace, pod) (container_memory_working_set_bytes{container!=""})',
      'memory',
      'bytes',
    ),
    {
      title: 'Volumes in use',
      type: 'timeseries',
      queries: [
        {
          expr: `max by (persistentvolumeclaim) (
  kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes
  * on (namespace, persistentvolumeclaim) group_left () app:volume:info${own(app)}
)`,
          legend: '{{persistentvolumeclaim}}',
        },
      ],
      unit: 'percentunit',
    },
  ],
  [
    {
      title: 'What it says',
      type: 'logs',
      queries: [],
      // The name of the namespace inside its virtual cluster.
      sql: `SELECT Timestamp AS timestamp, Body AS body, SeverityText AS level FROM otel.otel_logs
WHERE $__timeFilter(Timestamp) AND ResourceAttributes['vcluster.namespace'] = '${app}-$environment'
ORDER BY Timestamp DESC LIMIT 200`,
    },
  ],
];

/** The page of an app, for all of its environments. */
export function appDashboard(environments: readonly Watched[]): GrafanaDashboard {
  const app = environments[0]?.whose.app ?? '';
  const names = environments.map(({ whose }) => whose.environment);
  const hasHost = environments.some(({ routes }) => routes.length > 0);
  const hasObjective = environments.some(({ watch }) => watch.availability !== undefined);
  const rows = [...(hasHost ? publicRows(app, hasObjective) : []), ...podRows(app)];
  return dashboard(`app-${app}`, app, rows, {
    templating: {
      list: [
        {
          type: 'custom',
          name: 'environment',
          label: 'Environment',
          query: names.join(','),
          current: { selected: true, text: names[0] ?? '', value: names[0] ?? '' },
          options: names.map((name, index) => ({ selected: index === 0, text: name, value: name })),
        },
      ],
    },
    annotations: { list: [deploys(environments.map(({ application }) => application).join('|'))] },
  });
}

/** A line across all graphs whenever Argo CD has applied a change to one of these Applications. */
export const deploys = (applications: string) => ({
  name: 'Deploys',
  enable: true,
  iconColor: 'blue',
  datasource: { type: 'prometheus', uid: 'prometheus' },
  target: {
    refId: 'Deploys',
    expr: `sum by (name) (increase(argocd_app_sync_total{name=~"${applications}",phase="Succeeded"}[2m])) > 0`,
    interval: '60s',
  },
  titleFormat: '{{name}}', // read by the datasource of Prometheus
});
