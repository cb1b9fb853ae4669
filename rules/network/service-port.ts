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
  title: {
    en: 'A Service sends to a port on which its pods listen',
    fr: 'Un Service envoie à un port sur lequel ses pods écoutent',
  },
  why: {
    en: 'If no container has that port, the Service exists and every connection to it is refused.',
    fr: 'Si aucun conteneur n’a ce port, le Service existe et chaque connexion vers lui est refusée.',
  },
  fix: {
    en: 'Set targetPort to the name or number of a port of the container, or add that port to the container',
    fr: 'Mettez targetPort au nom ou au numéro d’un port du conteneur, ou ajoutez ce port au conteneur',
  },
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
      const name = text(port, 'name') || port['port'];
      const what = {
        en: `port '${name}' leads to '${target}', on which none of its pods listens`,
        fr: `le port « ${name} » mène à « ${target} », sur lequel aucun de ses pods n’écoute`,
      };
      return [unknownName(what, String(target), portNames(selected), servicePort.fix)];
    });
  },
  good: listening + service('http'),
  bad: listening + service('htpp'),
  finds: ["port '80' leads to 'htpp', on which none of its pods listens"],
};
