import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';

const service = (type: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { type: ${type}, selector: { app: chess }, ports: [{ port: 80 }] }`;

export const serviceType: ObjectRule = {
  id: 'service-type',
  title: "Clubs' Services are reached inside the cluster only",
  why: 'A NodePort or LoadBalancer opens a port to the internet that has neither TLS nor a name, past the ingress and its logs.',
  fix: 'Leave out type, and give the app a host: an Ingress makes it public',
  lists: ['kube-score/service-type', 'kube-linter/exposed-services'],
  kinds: ['Service'],
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ manifest }) => [
    ...(['NodePort', 'LoadBalancer'].includes(text(manifest, 'spec', 'type'))
      ? [`its type is '${text(manifest, 'spec', 'type')}'`]
      : []),
    ...(at(manifest, 'spec', 'externalIPs') ? ['it has externalIPs'] : []),
  ],
  good: service('ClusterIP'),
  bad: service('NodePort'),
};
