import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';

const kinds = ['Ingress', 'HTTPRoute', 'HTTPProxy'];

/** A host and a path as one word, however they are spelled. */
const served = (host: string, path: string): string =>
  `${host.toLowerCase()}/${path.replace(/^\/+|\/+$/g, '')}`;

/** What an object serves, as `host/path`. */
function servedBy({ manifest }: Item): string[] {
  const rules = list(manifest, 'spec', 'rules');
  if (manifest.kind === 'Ingress')
    return rules.flatMap((rule) =>
      list(rule, 'http', 'paths').map((path) => served(text(rule, 'host') || '*', text(path, 'path'))),
    );
  if (manifest.kind === 'HTTPProxy') {
    const host = text(manifest, 'spec', 'virtualhost', 'fqdn');
    return host ? [served(host, '/')] : [];
  }
  const paths = rules.flatMap((rule) => {
    const matches = list(rule, 'matches');
    if (matches.length === 0) return ['/'];
    // A match that asks for more than a path leaves the rest of it to others.
    return matches
      .filter((match) => !['headers', 'method', 'queryParams'].some((key) => at(match, key)))
      .map((match) => text(match, 'path', 'value'));
  });
  return texts(manifest, 'spec', 'hostnames').flatMap((host) => paths.map((path) => served(host, path)));
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

export const uniqueHost: ObjectRule = {
  id: 'unique-host',
  title: 'Each public host and path belongs to one object, on all clusters together',
  why: 'All clusters share one ingress controller. If two objects ask for the same host, the one made first gets it, or nobody does.',
  fix: 'Give one of the two another host',
  kinds,
  check: (item, inventory) =>
    [...new Set(servedBy(item))].flatMap((place) => {
      const other = servers(inventory).get(place);
      return !other || other === item
        ? []
        : [
            `'${place}' is also served by ${other.manifest.kind} '${other.manifest.metadata?.name}' in ${other.file}`,
          ];
    }),
  good: `${ingress('chess', 'chess.etsmtl.ca')}\n---\n${ingress('go', 'go.etsmtl.ca')}`,
  bad: `${ingress('chess', 'chess.etsmtl.ca')}\n---\n${ingress('go', 'chess.etsmtl.ca')}`,
};
