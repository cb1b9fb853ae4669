import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { placeOf, pods } from '../facts/location.js';
import { hasPort, portNames } from '../facts/ports.js';
import { labelSelectorAt } from '../facts/selector.js';

const service = (port: string) =>
  `\n---\napiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { selector: { app: chess }, ports: [{ port: 80, targetPort: ${port} }] }`;
const listening = deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' });

export const servicePort: ObjectRule = {
  id: 'service-port',
  title: 'A Service sends to a port on which its pods listen',
  why: 'If no container has that port, the Service looks fine and every connection is refused.',
  fix: 'Make the targetPort the name or number of a port of the container, or declare it there as port',
  lists: ['kube-linter/invalid-target-ports', 'kube-score/service-targets-pod'],
  kinds: ['Service'],
  applies: ({ manifest }) => Object.keys(fields(manifest, 'spec', 'selector')).length > 0,
  check: (item, inventory) => {
    const selected = [
      ...pods(inventory).find(placeOf(item), labelSelectorAt(item.manifest, 'spec', 'selector')),
    ].map(({ pod }) => pod);
    if (selected.length === 0) return [];
    return list(item.manifest, 'spec', 'ports').flatMap((port) => {
      const target = at(port, 'targetPort') ?? at(port, 'port');
      if (typeof target !== 'string' && typeof target !== 'number') return [];
      if (selected.some((pod) => hasPort(pod, target))) return [];
      const what = `port '${text(port, 'name') || port['port']}' leads to '${target}', on which none of its pods listens`;
      return [unknownName(what, String(target), portNames(selected), servicePort.fix)];
    });
  },
  good: listening + service('http'),
  bad: listening + service('htpp'),
};
