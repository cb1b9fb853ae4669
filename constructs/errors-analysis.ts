import type { HostService } from './cluster.js';

/** Whose requests are looked at, and what is too much. */
export interface ErrorsAnalysisProps {
  /** The namespace on the host in which the Service lies. */
  readonly namespace: string;
  /** What the host calls the Service. */
  readonly service: string;
  /** From which share on failed requests are too many, in percent. */
  readonly limit: number;
  /** How many looks decide. @default - as many as the release takes */
  readonly count?: number;
}

/**
 * The share of requests that Envoy answered with 5xx within two minutes; none if there was no request at all. It says
 * nothing if no Envoy is seen: what nobody can see is not taken for good.
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

/**
 * The spec of an AnalysisTemplate that looks every minute. A single request that failed is seen by two looks; so the
 * third look that is bad ends a release, and so does the fifth in a row for which Prometheus has no answer.
 */
export const errorsAnalysis = (
  { service: prometheus, namespace: at, port }: HostService,
  { namespace, service, limit, count }: ErrorsAnalysisProps,
) => ({
  metrics: [
    {
      name: 'errors',
      initialDelay: '1m', // what is seen before is the old version
      interval: '1m',
      count,
      failureLimit: 2,
      consecutiveErrorLimit: 4,
      successCondition: `result[0] <= ${Number((limit / 100).toFixed(6))}`,
      provider: {
        prometheus: {
          address: `http://${prometheus}.${at}.svc.cluster.local:${port}`,
          query: failedShare(namespace, service),
        },
      },
    },
  ],
});
