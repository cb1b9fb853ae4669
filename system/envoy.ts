import type { IngressController } from '#constructs';

/**
 * The share of requests that Envoy answered with 5xx within two minutes; none if there was no request at all. No
 * value if no Envoy reports: missing metrics fail a release.
 *
 * Contour has Envoy call its figures of a Service `<namespace>_<service>_<port>`; no name of Kubernetes has a `_`.
 */
export const failedShare = (namespace: string, service: string): string => {
  const cluster = `envoy_cluster_name=~"${namespace}_${service}_[0-9]+"`;
  const requests = (labels: string) => `sum(rate(envoy_cluster_upstream_rq_xx{${labels}}[2m]))`;
  return `${requests(`${cluster},envoy_response_code_class="5"`)} / (${requests(cluster)} > 0)
or max(envoy_server_live) * 0
`;
};

/** Contour, whose proxy is Envoy. */
export const ingress: IngressController = {
  className: 'contour',
  namespace: 'projectcontour',
  podLabels: { app: 'envoy' },
  annotations: (paths) => ({
    'ingress.kubernetes.io/force-ssl-redirect': 'true',
    'projectcontour.io/websocket-routes': paths.join(','),
  }),
  failedShare,
};
