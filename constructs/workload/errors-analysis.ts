import type { HostService } from '../platform/cluster.js';

/** What is measured, and what is too much. */
export interface ErrorsAnalysisProps {
  /** The PromQL for the share of requests that failed, 0 to 1. */
  readonly query: string;
  /** From which share on failed requests are too many, in percent. */
  readonly limit: number;
  /** How many looks decide. @default - as many as the release takes */
  readonly count?: number;
}

/**
 * The spec of an AnalysisTemplate that looks every minute. A single request that failed is seen by two looks; so the
 * third look that is bad ends a release, and so does the fifth in a row for which Prometheus has no answer.
 */
export const errorsAnalysis = (
  { service: prometheus, namespace: at, port }: HostService,
  { query, limit, count }: ErrorsAnalysisProps,
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
          query,
        },
      },
    },
  ],
});
