import { isProd } from '../engine/inventory.js';
import { podIn } from '../engine/pod-view.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const requests = (...amounts: string[]) =>
  deployment({ container: `resources: { requests: { ${amounts.join(', ')} } }` });
const scaler = (least: number) => `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: chess }
spec:
  minReplicas: ${least}
  maxReplicas: 4
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: chess }
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 75 } } }]`;

export const hpaReplicas: ObjectRule = {
  id: 'hpa-replicas',
  title: 'An autoscaler alone decides how many pods there are, and can',
  why: 'If the Deployment says a number too, Argo CD sets it back at every sync. Without requests there is nothing to measure by, and one pod alone is gone while its node restarts.',
  fix: 'Declare replicas of at least 2 and a greater max under autoscale in apps/*.ts',
  lists: [
    'kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'kube-score/horizontalpodautoscaler-replicas',
    'polaris/hpaMinAvailability',
    'polaris/hpaMaxAvailability',
  ],
  kinds: ['HorizontalPodAutoscaler'],
  check: (item, inventory) => {
    const spec = fields(item.manifest, 'spec');
    const kind = text(spec, 'scaleTargetRef', 'kind');
    const target = inventory.find(item, kind, text(spec, 'scaleTargetRef', 'name'))?.manifest;
    const replicas = at(target, 'spec', 'replicas');
    const least = Number(spec['minReplicas'] ?? 1);
    const most = Number(spec['maxReplicas'] ?? 1);
    const wanted = list(spec, 'metrics')
      .filter((metric) => text(metric, 'resource', 'target', 'type') === 'Utilization')
      .map((metric) => text(metric, 'resource', 'name'));
    const legacy = at(spec, 'targetCPUUtilizationPercentage') === undefined ? [] : ['cpu'];
    const containers = target ? list(podIn(target), 'spec', 'containers') : [];
    const lacking = [...wanted, ...legacy].flatMap((resource): Fault[] =>
      containers
        .filter((container) => at(container, 'resources', 'requests', resource) === undefined)
        .filter((container) => at(container, 'resources', 'limits', resource) === undefined)
        .map((container) => ({
          what: `it goes by ${resource}, of which container '${text(container, 'name')}' requests nothing`,
          fix: `Give the container a request for ${resource}, as size does`,
        })),
    );
    return [
      ...(replicas === undefined || replicas === null
        ? []
        : [{ what: `its ${kind} says replicas: ${replicas} too`, fix: `Leave replicas out of the ${kind}` }]),
      ...(least < 2 && isProd(item) ? [`it keeps as few as ${least} pod, in production`] : []),
      ...(most <= least ? [`it has ${least} pods at least and ${most} at most, so it never adds any`] : []),
      ...lacking,
    ];
  },
  good: requests('cpu: 100m') + scaler(2),
  bad: requests('memory: 64Mi') + scaler(1),
};
