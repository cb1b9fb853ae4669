import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { type Fields, fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

const services = [
  ['canary', 'canaryService'],
  ['canary', 'stableService'],
  ['blueGreen', 'activeService'],
  ['blueGreen', 'previewService'],
] as const;

/** All the analyses of a strategy. */
const analyses = (strategy: Fields): readonly Fields[] => [
  fields(strategy, 'canary', 'analysis'),
  ...list(strategy, 'canary', 'steps').map((step) => fields(step, 'analysis')),
  fields(strategy, 'blueGreen', 'prePromotionAnalysis'),
  fields(strategy, 'blueGreen', 'postPromotionAnalysis'),
];

const example = (stable: string) => `apiVersion: v1
kind: Service
metadata: { name: chess }
spec: { selector: { app: chess }, ports: [{ port: 80 }] }
---
${deployment({ spec: `strategy: { canary: { stableService: ${stable} } }` })
  .replace('apps/v1', 'argoproj.io/v1alpha1')
  .replace('kind: Deployment', 'kind: Rollout')}`;

export const rolloutTarget: ObjectRule = {
  id: 'rollout-target',
  title: {
    en: 'A Rollout names Services and analyses that exist',
    fr: 'Un Rollout nomme des Services et des analyses qui existent',
  },
  why: {
    en: 'Argo Rollouts refuses a Rollout that names an object that does not exist: no new version is deployed.',
    fr: 'Argo Rollouts refuse un Rollout qui nomme un objet qui n’existe pas : aucune nouvelle version n’est déployée.',
  },
  fix: {
    en: 'Name a Service, AnalysisTemplate or workload of the same namespace',
    fr: 'Nommez un Service, un AnalysisTemplate ou une charge de travail du même namespace',
  },
  kinds: ['Rollout'],
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const strategy = fields(item.manifest, 'spec', 'strategy');
    const wanted = [
      ...services.map((path) => ['Service', text(strategy, ...path)] as const),
      ...analyses(strategy)
        .flatMap((analysis) => list(analysis, 'templates'))
        .map((each) => {
          const kind = each['clusterScope'] === true ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
          return [kind, text(each, 'templateName')] as const;
        }),
      [
        text(item.manifest, 'spec', 'workloadRef', 'kind'),
        text(item.manifest, 'spec', 'workloadRef', 'name'),
      ] as const,
    ];
    return wanted
      .filter(([kind, name]) => name !== '' && !inventory.find(item, kind, name))
      .map(([kind, name]) =>
        unknownName(
          { en: `${kind} '${name}' does not exist`, fr: `${kind} « ${name} » n’existe pas` },
          name,
          inventory.names(item, kind),
          rolloutTarget.fix,
        ),
      );
  },
  good: example('chess'),
  bad: example('ches'),
  finds: ["Service 'ches' does not exist"],
};
