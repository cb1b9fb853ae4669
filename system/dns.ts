import { kept, type Platform, SystemService } from '#constructs';
import { ManagedZone, ManagedZoneSpecDeletionPolicy } from '../imports/managedzone-dns.gcp.upbound.io.js';
import { crossplaneConfig } from './crossplane-config.js';

/** The DNS zones that the platform manages in Cloud DNS. The records in them are made beside what they lead to. */
export const dns = (platform: Platform) => {
  const service = new SystemService(platform, 'dns', {
    namespace: 'crossplane',
    podSecurity: 'other',
    dependsOn: [crossplaneConfig],
    provides: ['dns.gcp.upbound.io'],
  });
  for (const zone of platform.props.zones.filter(({ askTo }) => !askTo)) {
    new ManagedZone(service, zone.name, {
      // Deleting a zone takes every host in it off the internet.
      metadata: { name: zone.managedZone, annotations: kept },
      spec: {
        deletionPolicy: ManagedZoneSpecDeletionPolicy.ORPHAN,
        forProvider: { dnsName: `${zone.name}.`, description: `Hosts of the platform in ${zone.name}` },
      },
    });
  }
  return service;
};
