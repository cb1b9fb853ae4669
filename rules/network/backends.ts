import type { Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault } from '../engine/rule.js';
import { at, type Fields, fields, list, text } from '../engine/untyped.js';
import { hasUnseen } from '../facts/opaque.js';

/** A Service to which requests are sent, and its port by name or number. */
interface Backend {
  readonly name: string;
  readonly port: unknown;
  readonly namespace?: string;
}

const nameService: Text = {
  en: 'Name a Service of the same namespace',
  fr: 'Nommez un Service du même namespace',
};
const namePort: Text = { en: 'Name a port of the Service', fr: 'Nommez un port du Service' };

const ofIngress = (backend: Fields): Backend => ({
  name: text(backend, 'service', 'name'),
  port: at(backend, 'service', 'port', 'name') ?? at(backend, 'service', 'port', 'number'),
});

/** The Services to which an Ingress or a route sends requests. */
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

/** The fault if the Service of a backend does not exist, or does not have its port. */
export function backendFault(item: Item, { name, port, namespace }: Backend, inventory: Inventory): Fault[] {
  const place = { cluster: item.cluster, namespace: namespace ?? item.namespace };
  const service = inventory.find(place, 'Service', name);
  if (!service)
    return hasUnseen(inventory, place)
      ? []
      : [
          unknownName(
            { en: `Service '${name}' does not exist`, fr: `le Service « ${name} » n’existe pas` },
            name,
            inventory.names(place, 'Service'),
            nameService,
          ),
        ];
  const ports = list(service.manifest, 'spec', 'ports');
  if (port === undefined || ports.some((each) => each['port'] === port || each['name'] === port)) return [];
  const known = ports.map((each) => String(typeof port === 'string' ? each['name'] : each['port']));
  return [
    unknownName(
      {
        en: `Service '${name}' has no port '${port}'`,
        fr: `le Service « ${name} » n’a pas de port « ${port} »`,
      },
      String(port),
      known,
      namePort,
    ),
  ];
}
