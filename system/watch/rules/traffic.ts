import { appName, type Family } from '../rule.js';

/** Contour has Envoy call its figures of a Service `<namespace>_<service>_<port>`; no name of Kubernetes has a `_`. */
const byService = (series: string): string => {
  const part = (label: string, group: number, inner: string) =>
    `label_replace(${inner}, "${label}", "$${group}", "envoy_cluster_name", "([^_]+)_([^_]+)_[0-9]+")`;
  return part('namespace', 1, part('service', 2, series));
};
const whose = 'club, app, environment';
const ofApp = `* on (namespace, service) group_left (${whose}) app:service:info`;
const requests = 'rate(envoy_cluster_upstream_rq_xx[5m])';

/** What went through Envoy to the apps, and how much of it failed. */
export const traffic: Family = {
  name: 'traffic',
  recorded: [
    {
      record: 'app:requests:rate5m',
      expr: `sum by (${whose}) (
  sum by (namespace, service) (
    ${byService(requests)}
  )
  ${ofApp}
)`,
    },
    {
      // Envoy has no series for what never happened.
      record: 'app:requests_failed:rate5m',
      expr: `sum by (${whose}) (
  sum by (namespace, service) (
    ${byService(requests.replace('[5m]', '{envoy_response_code_class="5"}[5m]'))}
  )
  ${ofApp}
)
or app:requests:rate5m * 0`,
    },
    {
      record: 'app:requests_by_class:rate5m',
      expr: `sum by (envoy_response_code_class, ${whose}) (
  sum by (namespace, service, envoy_response_code_class) (
    ${byService(requests)}
  )
  ${ofApp}
)`,
    },
    {
      record: 'app:latency_milliseconds_bucket:rate5m',
      expr: `sum by (le, ${whose}) (
  sum by (namespace, service, le) (
    ${byService('rate(envoy_cluster_upstream_rq_time_bucket[5m])')}
  )
  ${ofApp}
)`,
    },
    {
      record: 'app:failed:ratio5m',
      expr: 'app:requests_failed:rate5m / (app:requests:rate5m > 0)',
    },
  ],
  alerts: [
    {
      alert: 'AppErrors',
      severity: 'warning',
      for: '10m',
      // A request that failed at night, alone, is no share that says something.
      expr: `app:failed:ratio5m > on (club, app, environment) app:errors:limit
and on (app, environment) app:requests:rate5m > 0.1`,
      summary: `${appName} : trop de requêtes échouent`,
      description:
        '{{ $value | humanizePercentage }} of its requests are answered with 5xx, since 10 minutes.',
    },
  ],
};
