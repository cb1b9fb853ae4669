import { hostNamespace, type Platform, SystemService } from '#constructs';
import { BackupStorageLocation } from '../imports/backupstoragelocation-velero.io.js';
import { Schedule, type ScheduleSpecTemplate } from '../imports/schedule-velero.io.js';
import { ServiceAccountKey } from '../imports/serviceaccountkey-cloudplatform.gcp.upbound.io.js';
import { backupStorage } from './backup-storage.js';
import { chart } from './charts.js';
import { crossplaneConfig } from './crossplane-config.js';
import { backups } from './gcp.js';
import { mayastor } from './mayastor.js';
import { restoreDrill } from './restore-drill.js';

/** Crossplane writes it; nobody handles the key. */
const credential = { name: 'backup-storage', key: 'private_key' };

/** The host namespaces that hold what runs in virtual clusters. */
const clubNamespaces = (platform: Platform) => [
  ...new Set(Object.values(platform.props.environments).map(hostNamespace)),
];

/**
 * Backups, every night of what clubs run and every week of the platform. Files are read from the volumes on their
 * nodes: Mayastor takes snapshots of volumes with more than one replica only from 2.7 on, and a snapshot shares the
 * disks of its volume. A volume that its pod excludes (annotation `backup.velero.io/backup-volumes-excludes`) is
 * snapshotted instead, and the snapshot moved to the bucket.
 */
export const velero = (platform: Platform) => {
  const service = new SystemService(platform, 'velero', {
    podSecurity: { privileged: 'its node agent reads the volumes of all pods from a folder of the node' },
    charts: [{ chart: chart('velero'), values }],
    dependsOn: [backupStorage, crossplaneConfig, mayastor],
    admits: [{ from: ['monitoring'], ports: [8085] }], // when each schedule last succeeded
    provides: ['velero.io'],
  });
  new ServiceAccountKey(service, 'key', {
    metadata: { name: backups.account },
    spec: {
      forProvider: { serviceAccountIdRef: { name: backups.account } },
      writeConnectionSecretToRef: { name: credential.name, namespace: service.destinationNamespace },
    },
  });
  const location = new BackupStorageLocation(service, 'location', {
    metadata: { name: 'default' },
    spec: { provider: 'velero.io/gcp', objectStorage: { bucket: backups.bucket }, credential, default: true },
  });
  const schedule = (name: string, when: string, template: ScheduleSpecTemplate) =>
    new Schedule(service, name, {
      metadata: { name },
      spec: { schedule: when, template: { ...template, storageLocation: location.name } },
    });
  const clubs = clubNamespaces(platform);
  restoreDrill(platform, service, 'clubs-daily');
  // At night in Montréal: the times are UTC.
  schedule('clubs-daily', '35 6 * * *', { ttl: '336h', includedNamespaces: clubs });
  schedule('platform-weekly', '35 8 * * 0', {
    ttl: '1440h',
    includedNamespaces: ['*'],
    excludedNamespaces: clubs,
    includeClusterResources: true, // all, and not only what the namespaces refer to
  });
  return service;
};

const hardened = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};
const resources = (cpu: string, memory: string, limit: string) => ({
  requests: { cpu, memory },
  limits: { cpu: '1', memory: limit },
});
const plugin = (name: string, version: string) => ({
  name,
  image: `velero/${name}:${version}`,
  volumeMounts: [{ mountPath: '/target', name: 'plugins' }],
  securityContext: hardened,
  resources: resources('10m', '32Mi', '128Mi'),
});

/** The values that differ from the chart's own. */
const values = {
  initContainers: [plugin('velero-plugin-for-gcp', 'v1.9.1'), plugin('velero-plugin-for-csi', 'v0.7.1')],
  configuration: { features: 'EnableCSI', defaultVolumesToFsBackup: true, defaultSnapshotMoveData: true },
  credentials: { useSecret: false }, // the location has its own
  backupsEnabled: false, // the location is declared above
  snapshotsEnabled: false, // no snapshots but those by CSI
  deployNodeAgent: true,
  nodeAgent: { resources: resources('100m', '256Mi', '1Gi') },
  resources: resources('100m', '256Mi', '1Gi'),
  containerSecurityContext: hardened,
  upgradeCRDs: false, // Argo CD does; the chart's Job would need an image that is no longer published
};
