import { Construct, type IConstruct } from 'constructs';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import { Mark } from '../values/mark.js';
import { zoneOf } from '../values/zone.js';
import { DnsRecord } from './dns-record.js';

const ports = new Mark<PublicPort>();

/**
 * A host that is public on a port of its own, by TLS and not by an Ingress: its claim and its DNS record. The
 * certificate is for its unit to ask for.
 */
export class PublicPort extends Construct {
  /** Whether `construct` is one. */
  static isPublicPort(construct: IConstruct): construct is PublicPort {
    return ports.isOn(construct);
  }

  /** `gateway.example.com:30443`; undefined if the host is taken or its unit is switched off. */
  readonly address: string | undefined;

  constructor(unit: Unit, host: string, port: number) {
    super(unit, `public ${host}`);
    ports.put(this);
    const platform = Platform.of(this);
    const zone = zoneOf(host, platform.props.zones);
    if (!unit.enabled || !zone || !platform.publicHosts.claim(host, this)) return;
    if (!zone.askTo) new DnsRecord(unit, host, { host, zone });
    this.address = `${host}:${port}`;
  }
}
