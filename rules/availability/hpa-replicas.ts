import { fill, type Text } from '../../constructs/refusals/text.js';
import { isProd } from '../engine/inventory.js';
import { podIn } from '../engine/pod-view.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';

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

const noRequest: Text = {
  en: 'it measures <resource>, for which <container> has no request',
  fr: 'il mesure <resource>, pour quoi <container> n’a pas de demande (requests)',
};
const tooFew: Text = {
  en: 'its minReplicas in production is <least>, less than 2',
  fr: 'son minReplicas en production est <least>, moins que 2',
};
const fixedCount: Text = {
  en: 'its minReplicas is <least> and its maxReplicas <most>, so it never adds a pod',
  fr: 'son minReplicas est <least> et son maxReplicas <most> : il n’ajoute jamais de pod',
};

export const hpaReplicas: ObjectRule = {
  id: 'hpa-replicas',
  title: {
    en: 'Only the autoscaler sets the number of pods, and it can change it',
    fr: 'Seul l’autoscaler fixe le nombre de pods, et il peut le changer',
  },
  why: {
    en: 'If the Deployment has replicas too, Argo CD sets them back at every sync. Without requests an autoscaler has nothing to compare with, and a single pod is down while its node restarts.',
    fr: 'Si le Deployment a aussi replicas, Argo CD les remet à chaque synchronisation. Sans requests, l’autoscaler n’a rien à quoi comparer, et un pod seul est indisponible quand son nœud redémarre.',
  },
  fix: {
    en: 'Give autoscale a min of at least 2 and a greater max in apps/*.ts',
    fr: 'Donnez à autoscale un min d’au moins 2 et un max plus grand dans apps/*.ts',
  },
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
    const withoutRequest = [...wanted, ...legacy].flatMap((resource): Fault[] =>
      containers
        .filter((container) => at(container, 'resources', 'requests', resource) === undefined)
        .filter((container) => at(container, 'resources', 'limits', resource) === undefined)
        .map((container) => ({
          what: fill(noRequest, { resource, container: containerNamed(text(container, 'name')) }),
          fix: {
            en: `Give the container a request for ${resource}, as size does`,
            fr: `Donnez au conteneur une demande (requests) de ${resource}, comme le fait size`,
          },
        })),
    );
    return [
      ...(replicas === undefined || replicas === null
        ? []
        : [
            {
              what: {
                en: `its ${kind} has replicas: ${replicas} too`,
                fr: `son ${kind} a aussi replicas: ${replicas}`,
              },
              fix: { en: `Remove replicas from the ${kind}`, fr: `Enlevez replicas du ${kind}` },
            },
          ]),
      ...(least < 2 && isProd(item) ? [fill(tooFew, { least })] : []),
      ...(most <= least ? [fill(fixedCount, { least, most })] : []),
      ...withoutRequest,
    ];
  },
  good: requests('cpu: 100m') + scaler(2),
  bad: requests('cpu: 100m') + scaler(1),
  finds: ['its minReplicas in production is 1, less than 2'],
};
