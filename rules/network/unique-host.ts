import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';

const kinds = ['Ingress', 'HTTPRoute', 'HTTPProxy'];

/** A host and a path as one key, whatever their case and slashes. */
const keyOf = (host: string, path: string): string =>
  `${host.toLowerCase()}/${path.replace(/^\/+|\/+$/g, '')}`;

/** What an object serves, as `host/path`. */
function servedBy({ manifest }: Item): string[] {
  const rules = list(manifest, 'spec', 'rules');
  if (manifest.kind === 'Ingress')
    return rules.flatMap((rule) =>
      list(rule, 'http', 'paths').map((path) => keyOf(text(rule, 'host') || '*', text(path, 'path'))),
    );
  if (manifest.kind === 'HTTPProxy') {
    const host = text(manifest, 'spec', 'virtualhost', 'fqdn');
    return host ? [keyOf(host, '/')] : [];
  }
  const paths = rules.flatMap((rule) => {
    const matches = list(rule, 'matches');
    if (matches.length === 0) return ['/'];
    // A match that has more conditions than a path leaves other requests for that path to other objects.
    return matches
      .filter((match) => !['headers', 'method', 'queryParams'].some((key) => at(match, key)))
      .map((match) => text(match, 'path', 'value'));
  });
  return texts(manifest, 'spec', 'hostnames').flatMap((host) => paths.map((path) => keyOf(host, path)));
}

const servers = once((inventory: Inventory) => {
  const first = new Map<string, Item>();
  for (const item of inventory.ofKind(...kinds))
    for (const place of servedBy(item)) if (!first.has(place)) first.set(place, item);
  return first;
});

const ingress = (name: string, host: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name} }
spec:
  rules:
    - host: ${host}
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { number: 80 } } } }] }`;

const served: Text = {
  en: "'<place>' is also served by <kind> '<name>' in <file>",
  fr: '« <place> » est aussi servi par <kind> « <name> » dans <file>',
};

export const uniqueHost: ObjectRule = {
  id: 'unique-host',
  title: {
    en: 'Each public host and path belongs to one object, on all clusters together',
    fr: 'Chaque domaine et chemin public appartient à un seul objet, tous clusters confondus',
  },
  why: {
    en: 'All clusters share one ingress controller. If two objects use the same host, the older one gets it, or neither does.',
    fr: 'Tous les clusters partagent un contrôleur d’Ingress. Si deux objets utilisent le même domaine, le plus ancien l’obtient, ou aucun des deux.',
  },
  fix: { en: 'Give one of the two another host', fr: 'Donnez un autre domaine à l’un des deux' },
  kinds,
  check: (item, inventory) =>
    [...new Set(servedBy(item))].flatMap((place) => {
      const other = servers(inventory).get(place);
      return !other || other === item
        ? []
        : [
            fill(served, {
              place,
              kind: other.manifest.kind,
              name: `${other.manifest.metadata?.name}`,
              file: other.file,
            }),
          ];
    }),
  good: `${ingress('chess', 'chess.etsmtl.ca')}\n---\n${ingress('go', 'go.etsmtl.ca')}`,
  bad: `${ingress('chess', 'chess.etsmtl.ca')}\n---\n${ingress('go', 'chess.etsmtl.ca')}`,
  finds: ["'chess.etsmtl.ca/' is also served by Ingress 'chess' in example.yaml"],
};
