import type { Manifest } from '../../../constructs/kube/manifest.js';
import { isBelow } from '../fields.js';
import { hostsOf } from '../hosts.js';
import { more, nameOf, type Rules } from './rule.js';

interface ServiceSpec {
  readonly type?: string;
  readonly externalIPs?: readonly string[];
}

function exposures(manifest: Manifest | undefined): string[] {
  if (manifest?.kind !== 'Service') return [];
  const { type = 'ClusterIP', externalIPs = [] } = (manifest['spec'] ?? {}) as ServiceSpec;
  return [
    ...(['LoadBalancer', 'NodePort'].includes(type) ? [`is of type ${type}`] : []),
    ...externalIPs.map((address) => `listens on ${address}`),
  ];
}

/** What the internet can reach. */
export const exposure = {
  'host-new': (change, comparison) => {
    const known = comparison.hosts.before;
    const hosts = [...hostsOf(change.after?.manifest).keys()];
    return hosts.filter((host) => !known.has(host)).map((host) => `${nameOf(change)} makes ${host} public`);
  },

  'host-gone': (change, comparison) => {
    const still = comparison.hosts.after;
    const hosts = [...hostsOf(change.before?.manifest).keys()];
    return hosts.filter((host) => !still.has(host)).map((host) => `${host} is no longer served`);
  },

  'tls-removed': (change) =>
    [...hostsOf(change.after?.manifest)]
      .filter(([host, tls]) => tls === false && hostsOf(change.before?.manifest).get(host) !== false)
      .map(([host]) => `${host} is served without TLS`),

  'service-exposed': (change) =>
    more(exposures(change.before?.manifest), exposures(change.after?.manifest)).map(
      (what) => `${nameOf(change)} ${what}`,
    ),

  'record-changed': (change) =>
    change.resource.kind === 'RecordSet' && change.fields.some((field) => isBelow(field, 'spec.forProvider'))
      ? [`the record ${change.resource.name} changes`]
      : [],
} satisfies Rules;
