import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';

const service = (type: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { type: ${type}, selector: { app: chess }, ports: [{ port: 80 }] }`;

export const serviceType: ObjectRule = {
  id: 'service-type',
  title: {
    en: 'Services of clubs are reachable only inside the cluster',
    fr: 'Les Services des clubs ne sont accessibles que dans le cluster',
  },
  why: {
    en: 'A NodePort or LoadBalancer opens a port to the internet without TLS or a domain, and bypasses the ingress controller and its logs.',
    fr: 'Un NodePort ou un LoadBalancer ouvre un port à l’internet sans TLS ni domaine, et contourne le contrôleur d’Ingress et ses journaux.',
  },
  fix: {
    en: 'Remove type, and give the app a host: an Ingress makes it public',
    fr: 'Enlevez type, et donnez un host à l’application : un Ingress la rend publique',
  },
  lists: ['kube-score/service-type', 'kube-linter/exposed-services'],
  kinds: ['Service'],
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ manifest }) => [
    ...(['NodePort', 'LoadBalancer'].includes(text(manifest, 'spec', 'type'))
      ? [
          {
            en: `its type is '${text(manifest, 'spec', 'type')}'`,
            fr: `son type est « ${text(manifest, 'spec', 'type')} »`,
          },
        ]
      : []),
    ...(at(manifest, 'spec', 'externalIPs')
      ? [{ en: 'it has externalIPs', fr: 'il a des externalIPs' }]
      : []),
  ],
  good: service('ClusterIP'),
  bad: service('NodePort'),
  finds: ["its type is 'NodePort'"],
};
