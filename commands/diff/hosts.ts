import type { Manifest } from '../../constructs/manifest.js';

interface RouteSpec {
  readonly rules?: readonly { readonly host?: string }[];
  readonly tls?: readonly { readonly hosts?: readonly string[] }[];
  readonly defaultBackend?: object;
  readonly hostnames?: readonly string[];
  readonly listeners?: readonly {
    readonly hostname?: string;
    readonly protocol?: string;
    readonly tls?: object;
  }[];
  readonly virtualhost?: { readonly fqdn?: string; readonly tls?: object };
}

/** The public hosts of an object, and whether each is served by TLS; undefined where another object says that. */
export function hostsOf(manifest: Manifest | undefined): Map<string, boolean | undefined> {
  const spec = (manifest?.['spec'] ?? {}) as RouteSpec;
  const hosts = new Map<string, boolean | undefined>();
  if (manifest?.kind === 'Ingress') {
    const secured = new Set((spec.tls ?? []).flatMap(({ hosts: names }) => names ?? []));
    const names = [
      ...(spec.rules ?? []).map(({ host }) => host ?? '*'),
      ...(spec.defaultBackend ? ['*'] : []),
    ];
    for (const name of names) hosts.set(name, secured.has(name));
  }
  if (['HTTPRoute', 'TLSRoute', 'GRPCRoute'].includes(manifest?.kind ?? ''))
    for (const name of spec.hostnames ?? []) hosts.set(name, undefined);
  if (manifest?.kind === 'Gateway')
    for (const { hostname = '*', tls } of spec.listeners ?? [])
      hosts.set(hostname, (hosts.get(hostname) ?? true) && tls !== undefined);
  if (manifest?.kind === 'HTTPProxy' && spec.virtualhost?.fqdn)
    hosts.set(spec.virtualhost.fqdn, spec.virtualhost.tls !== undefined);
  return hosts;
}
