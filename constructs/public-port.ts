import { Construct } from 'constructs';
import { DnsRecord } from './dns-record.js';
import { Platform } from './platform.js';
import type { Unit } from './unit.js';
import { zoneOf } from './zone.js';

/**
 * A host that is public on a port of its own, by TLS and not by an Ingress: its claim and its DNS record. The
 * certificate is for its unit to ask for.
 */
export class PublicPort extends Construct {
  /** `gateway.example.com:30443`; undefined if the host is taken or its unit is switched off. */
  readonly address: string | undefined;

  constructor(unit: Unit, host: string, port: number) {
    super(unit, `public ${host}`);
    const platform = Platform.of(this);
    const zone = zoneOf(host, platform.props.zones);
    if (!unit.enabled || !zone || !platform.hosts.claim(host, this)) return;
    if (!zone.askTo) new DnsRecord(unit, host, { host, zone });
    this.address = `${host}:${port}`;
  }
}
