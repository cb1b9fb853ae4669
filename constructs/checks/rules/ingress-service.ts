import type { Inventory, Item } from '../inventory.js';
import { at, type Fields, fields, list, text } from '../loose.js';
import { unknownName } from '../near.js';
import type { Fault, ObjectRule } from '../rule.js';
import { hasUnseen } from '../unseen.js';

/** A Service that something sends requests to, and its port by name or number. */
interface Backend {
  readonly name: string;
  readonly port: unknown;
  readonly namespace?: string;
}

const ofIngress = (backend: Fields): Backend => ({
  name: text(backend, 'service', 'name'),
  port: at(backend, 'service', 'port', 'name') ?? at(backend, 'service', 'port', 'number'),
});

const backendsOf = ({ manifest }: Item): readonly Backend[] =>
  manifest.kind === 'Ingress'
    ? [
        ofIngress(fields(manifest, 'spec', 'defaultBackend')),
        ...list(manifest, 'spec', 'rules')
          .flatMap((rule) => list(rule, 'http', 'paths'))
          .map((path) => ofIngress(fields(path, 'backend'))),
      ]
    : list(manifest, 'spec', 'rules')
        .flatMap((rule) => list(rule, 'backendRefs'))
        .filter((each) => ['', 'Service'].includes(text(each, 'kind')))
        .map((each) => ({
          name: text(each, 'name'),
          port: each['port'],
          namespace: text(each, 'namespace') || undefined,
        }));

function fault(item: Item, { name, port, namespace }: Backend, inventory: Inventory): Fault[] {
  const place = { cluster: item.cluster, namespace: namespace ?? item.namespace };
  const service = inventory.find(place, 'Service', name);
  if (!service)
    return hasUnseen(inventory, place)
      ? []
      : [
          unknownName(
            `there is no Service '${name}'`,
            name,
            inventory.names(place, 'Service'),
            'Name a Service of the same namespace',
          ),
        ];
  const ports = list(service.manifest, 'spec', 'ports');
  if (port === undefined || ports.some((each) => each['port'] === port || each['name'] === port)) return [];
  const known = ports.map((each) => String(typeof port === 'string' ? each['name'] : each['port']));
  return [
    unknownName(`Service '${name}' has no port '${port}'`, String(port), known, 'Name a port of the Service'),
  ];
}

const example = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: chess }
spec: { selector: { app: chess }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: chess }
spec:
  rules:
    - host: chess.etsmtl.ca
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { name: http } } } }] }`;

export const ingressService: ObjectRule = {
  id: 'ingress-service',
  title: 'What is public leads to a Service and a port that exist',
  why: 'An Ingress that names a Service wrongly is accepted, and its site answers 503 to everybody.',
  mend: 'Name a Service of the same namespace, and one of its ports',
  lists: ['kube-score/ingress-targets-service', 'kube-linter/dangling-ingress'],
  kinds: ['Ingress', 'HTTPRoute', 'GRPCRoute'],
  check: (item, inventory) =>
    backendsOf(item)
      .filter(({ name }) => name !== '')
      .flatMap((backend) => fault(item, backend, inventory)),
  good: example('chess'),
  bad: example('ches'),
};
