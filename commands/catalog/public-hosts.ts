import type { Platform } from '../../constructs/platform/platform.js';
import { zoneOf } from '../../constructs/values/zone.js';
import type { PublicHost } from './model.js';
import type { UnitView } from './unit-view.js';

interface IngressSpec {
  readonly tls?: readonly { readonly hosts?: readonly string[] }[];
  readonly rules?: readonly { readonly host?: string }[];
}
interface CertificateSpec {
  readonly dnsNames?: readonly string[];
  readonly issuerRef?: { readonly name?: string };
}
interface GatewaySpec {
  readonly listeners?: readonly { readonly port: number }[];
}

/** What the public reaches of a unit: the hosts of its Ingresses, and those that its Gateways have certificates for. */
export function hostsOf({ items }: UnitView, platform: Platform): PublicHost[] {
  const specsOf = (kind: string) => items.filter(({ manifest }) => manifest.kind === kind);
  const of = (host: string, ports: readonly number[], tls: string | undefined): PublicHost => {
    const zone = zoneOf(host, platform.props.zones);
    return {
      host,
      ports,
      ...(tls && { tls }),
      zone: zone?.name ?? '',
      ...(zone?.askTo && { askTo: zone.askTo }),
    };
  };
  const served = specsOf('Ingress').flatMap(({ manifest }) => {
    const { tls = [], rules = [] } = manifest['spec'] as IngressSpec;
    const issuer = manifest.metadata.annotations?.['cert-manager.io/cluster-issuer'];
    return rules.flatMap(({ host }) => {
      if (!host) return [];
      const encrypted = tls.some(({ hosts }) => hosts?.includes(host));
      return [of(host, encrypted ? [80, 443] : [80], encrypted ? issuer : undefined)];
    });
  });
  const ports = specsOf('Gateway').flatMap(({ manifest }) =>
    ((manifest['spec'] as GatewaySpec).listeners ?? []).map(({ port }) => port),
  );
  const certificates = ports.length === 0 ? [] : specsOf('Certificate');
  const listened = certificates.flatMap(({ manifest }) => {
    const { dnsNames = [], issuerRef } = manifest['spec'] as CertificateSpec;
    return dnsNames.map((host) => of(host, ports, issuerRef?.name));
  });
  return [...served, ...listened].sort((a, b) => (a.host < b.host ? -1 : 1));
}
