import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault } from '../engine/rule.js';
import { at, type Fields, fields, list, text } from '../engine/untyped.js';
import { hasUnseen } from '../facts/opaque.js';

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

/** The Services that an Ingress or a route sends requests to. */
export const backendsOf = ({ manifest }: Item): readonly Backend[] =>
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

/** That there is no such Service, or that it has no such port. */
export function backendFault(item: Item, { name, port, namespace }: Backend, inventory: Inventory): Fault[] {
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
