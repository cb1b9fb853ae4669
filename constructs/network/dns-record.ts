import { Construct } from 'constructs';
import { RecordSet } from '../../imports/recordset-dns.gcp.upbound.io.js';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import type { Zone } from '../values/zone.js';

/** Seconds that resolvers may keep a record. */
const ttl = 3600;

/** What a DNS record is made of. */
export interface DnsRecordProps {
  /** The public host; `*.example.org` for all below that have no record of their own. */
  readonly host: string;
  /** The zone it lies in, managed by the platform. */
  readonly zone: Zone;
}

/** An A record in Cloud DNS, made by Crossplane, that leads a public host to the platform's entry. */
export class DnsRecord extends Construct {
  constructor(unit: Unit, id: string, props: DnsRecordProps) {
    super(unit, id);
    const platform = Platform.of(this);
    new RecordSet(this, 'record', {
      metadata: { name: props.host.replace('*', 'any').replaceAll('.', '-') },
      spec: {
        forProvider: {
          // Cloud DNS wants absolute names: with the dot at the end.
          name: `${props.host}.`,
          managedZoneRef: { name: props.zone.managedZone },
          type: 'A',
          ttl,
          rrdatas: [platform.props.entryAddress],
        },
      },
    });
    platform.need(unit, RecordSet.GVK);
  }
}
