import type { Cluster } from '#constructs';
import { rolloutsController } from '../rollouts-controller.js';

/** Who shows figures that Prometheus would not ask for by itself, and what to ask. */
interface Scrape {
  readonly name: string;
  readonly namespace: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** A port of its pods, by name. */
  readonly port: string;
  readonly path?: string;
  /** The number of the port that is asked, where the pod does not name it. */
  readonly number?: number;
  /** Metrics that are kept. @default - all */
  readonly keep?: string;
}

// Their monitors are not with them: Prometheus comes later than some of them, and so do the kinds of its monitors.
const scrapes: readonly Scrape[] = [
  {
    name: 'envoy',
    namespace: 'projectcontour',
    podLabels: { app: 'envoy' },
    port: 'http',
    number: 8002,
    path: '/stats/prometheus',
    keep: 'envoy_cluster_upstream_rq_(xx|time_bucket|time_count|time_sum)|envoy_server_live',
  },
  {
    name: 'argocd',
    namespace: 'argocd',
    podLabels: { 'app.kubernetes.io/name': 'argocd-application-controller' },
    port: 'metrics',
  },
  {
    name: 'velero',
    namespace: 'velero',
    podLabels: { 'app.kubernetes.io/name': 'velero' },
    port: 'http-monitoring',
  },
  { name: 'mayastor', namespace: 'mayastor', podLabels: { app: 'io-engine' }, port: 'metrics' },
];

/** The spec of the PodMonitor of one. */
const podMonitor = ({ name, namespace, podLabels, port, number, path, keep }: Scrape) => ({
  jobLabel: name,
  namespaceSelector: { matchNames: [namespace] },
  selector: { matchLabels: { ...podLabels } },
  podMetricsEndpoints: [
    {
      port,
      ...(path && { path }),
      // What a series itself calls `namespace` is meant: Argo CD and Mayastor tell of others than themselves.
      honorLabels: true,
      ...(number && {
        relabelings: [
          {
            sourceLabels: ['__meta_kubernetes_pod_ip'],
            targetLabel: '__address__',
            replacement: `$1:${number}`,
          },
        ],
      }),
      ...(keep && {
        metricRelabelings: [{ action: 'keep', sourceLabels: ['__name__'], regex: keep }],
      }),
    },
  ],
});

/** The spec of the PodMonitor of each, by name. */
export const podMonitors = Object.fromEntries(scrapes.map((scrape) => [scrape.name, podMonitor(scrape)]));

/** That of what releases apps in a cluster. */
export const rolloutsMonitor = (cluster: Cluster) =>
  podMonitor({
    name: 'argo-rollouts',
    namespace: cluster.hostNamespace(rolloutsController.namespace),
    podLabels: cluster.hostPodLabels(rolloutsController.namespace, rolloutsController.podLabels),
    port: rolloutsController.metrics.name,
    keep: 'rollout_info',
  });
