import type { Family, Recorded } from './rule.js';
import { labelsOf } from './rule.js';
import type { Watched } from './watched.js';

/** A number that is always there, under its labels. */
const fact = (record: string, value: number, labels: Record<string, string>): Recorded => ({
  record,
  expr: `vector(${value})`,
  labels,
});

/**
 * What the platform knows and Prometheus does not: whose a namespace is, and what was declared. All rules of apps are
 * written once, and find by these whom they are about. A virtual cluster's pods share one namespace on the host;
 * a label of theirs says which namespace is theirs inside.
 */
export const facts = (all: readonly Watched[]): Family => ({
  name: 'facts',
  recorded: all.flatMap(({ whose, watch, namespace, inside, services }) => {
    const labels = labelsOf(whose);
    const isApp = whose.environment !== 'platform';
    return [
      ...(isApp
        ? [
            fact('app:info', 1, {
              ...labels,
              namespace,
              ...(inside && { label_vcluster_loft_sh_namespace: inside }),
            }),
          ]
        : []),
      ...services.map((service) => fact('app:service:info', 1, { ...labels, namespace, service })),
      fact('app:slow:seconds', watch.slow, labels),
      fact('app:errors:limit', watch.errors / 100, labels),
      ...(watch.availability === undefined
        ? []
        : [fact('app:slo:availability', round(watch.availability / 100), labels)]),
    ];
  }),
});

/** 99.9 / 100 is 0.9990000000000001. */
const round = (share: number): number => Number(share.toFixed(6));

/** Which pod and which volume is whose. */
export const belongings: Family = {
  name: 'belongings',
  recorded: [
    {
      record: 'app:pod:info',
      expr: `max by (namespace, pod, node, program, club, app, environment) (
  label_replace(kube_pod_labels, "program", "$1", "label_app_kubernetes_io_name", "(.*)")
  * on (namespace, label_vcluster_loft_sh_namespace) group_left (club, app, environment) app:info
  * on (namespace, pod) group_left (node) max by (namespace, pod, node) (kube_pod_info)
)`,
    },
    {
      record: 'app:volume:info',
      expr: `max by (namespace, persistentvolumeclaim, club, app, environment) (
  kube_persistentvolumeclaim_labels
  * on (namespace, label_vcluster_loft_sh_namespace) group_left (club, app, environment) app:info
)`,
    },
  ],
};
