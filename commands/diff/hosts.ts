import type { Manifest } from '../../constructs/kube/manifest.js';
import { isMap, type Value, type Values } from './list-keys.js';

// Anyone may write anything into a pull request: what has not the expected form names no host.
const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);
const mapsOf = (value: Value): readonly Values[] => listOf(value).filter(isMap);
const textOf = (value: Value): string => (typeof value === 'string' ? value : '*');

/** The public hosts of an object, and whether each is served by TLS; undefined where another object says that. */
export function hostsOf(manifest: Manifest | undefined): Map<string, boolean | undefined> {
  const hosts = new Map<string, boolean | undefined>();
  const spec = manifest?.['spec'];
  if (!manifest || !isMap(spec)) return hosts;
  if (manifest.kind === 'Ingress') {
    const secured = new Set(mapsOf(spec['tls']).flatMap((tls) => listOf(tls['hosts'])));
    const names = mapsOf(spec['rules']).map(({ host }) => textOf(host));
    for (const name of [...names, ...(spec['defaultBackend'] ? ['*'] : [])])
      hosts.set(name, secured.has(name));
  }
  if (['HTTPRoute', 'TLSRoute', 'GRPCRoute'].includes(manifest.kind))
    for (const name of listOf(spec['hostnames'])) hosts.set(textOf(name), undefined);
  if (manifest.kind === 'Gateway')
    for (const { hostname, tls } of mapsOf(spec['listeners'])) {
      const name = textOf(hostname);
      hosts.set(name, (hosts.get(name) ?? true) && tls !== undefined);
    }
  const virtual = spec['virtualhost'];
  if (manifest.kind === 'HTTPProxy' && isMap(virtual))
    hosts.set(textOf(virtual['fqdn']), virtual['tls'] !== undefined);
  return hosts;
}
