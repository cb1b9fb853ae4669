import { type Fault, fault } from '../refusals/fault.js';
import { suggest } from './names.js';

/** A DNS zone in which public hosts may lie. */
export class Zone {
  /** A zone that the platform manages in Cloud DNS: its records are made by Crossplane. */
  static managed(name: string): Zone {
    return new Zone(name, undefined);
  }

  /** A zone that someone else manages: the record is to be asked of them, by a person. */
  static external(name: string, props: { readonly askTo: string }): Zone {
    return new Zone(name, props.askTo);
  }

  private constructor(
    /** The domain, for example `etsmtl.ca`. */
    readonly name: string,
    /** Whom to ask for a record; undefined where the platform makes it. */
    readonly askTo: string | undefined,
  ) {}

  /** The name of its ManagedZone, for example `omni-cedille-club`. */
  get managedZone(): string {
    return this.name.replaceAll('.', '-');
  }

  /** Whether `host` lies in this zone. */
  holds(host: string): boolean {
    return host === this.name || host.endsWith(`.${this.name}`);
  }
}

/** The zone of `host`: of several, the most specific; undefined if it lies in none. */
export function zoneOf(host: string, zones: readonly Zone[]): Zone | undefined {
  return zones.filter((zone) => zone.holds(host)).sort((a, b) => b.name.length - a.name.length)[0];
}

/** What is wrong with a public host on a platform with these zones; undefined if nothing is. */
export function hostFault(
  host: string,
  zones: readonly Zone[],
  field?: readonly string[],
): Fault | undefined {
  if (!isHost(host)) return fault('host-form', { host }, { field });
  if (zoneOf(host, zones)) return undefined;
  const names = zones.map(({ name }) => name);
  const depth = (name: string) => name.split('.').length;
  const [near] = endsOf(host).flatMap((end) => {
    const zone = suggest(end, names);
    return zone && depth(zone) === depth(end) ? [`${host.slice(0, -end.length)}${zone}`] : [];
  });
  return fault('host-zone', { host, zones: names }, { field, near });
}

/** What a host ends in, the longest first: `a.b.c`, `b.c`. */
const endsOf = (host: string): string[] => {
  const labels = host.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index).join('.'));
};

/** Whether this is the name of a public host. */
function isHost(host: string): boolean {
  const labels = host.split('.');
  const lawful = labels.every((label) => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(label));
  return labels.length > 1 && host.length <= 253 && lawful;
}
