import { k8s } from 'cdk8s-plus-28';
import { type Platform, SystemService } from '#constructs';
import {
  VolumeSnapshotClassDeletionPolicy as DeletionPolicy,
  VolumeSnapshotClass,
} from '../imports/volumesnapshotclass-snapshot.storage.k8s.io.js';
import { chart } from './charts.js';
import { diskPools } from './disk-pools.js';
import { settings } from './settings.js';
import { volumeSnapshots } from './volume-snapshots.js';

const driver = 'io.openebs.csi-mayastor';

/**
 * Volumes on the workers' own disks: replicated ones by Mayastor, and plain folders of a node for databases. What
 * it needs of a worker (label, huge pages, modules, mounts) is in system/talos.ts.
 */
export const mayastor = (platform: Platform) => {
  const service = new SystemService(platform, 'mayastor', {
    podSecurity: { privileged: 'its engine drives the disks and huge pages of the node' },
    charts: [{ chart: chart('mayastor'), values, skipCrds: true }], // volume-snapshots brings those it needs
    dependsOn: [volumeSnapshots],
    provides: ['openebs.io'],
    // Half of its pods are on the nodes' own network, from where policies take them for strangers: they call etcd,
    // the REST API and the core agent.
    admits: [{ from: 'anyone', ports: [2379, 8081, 50051, 50052] }],
  });
  diskPools(service);

  new k8s.KubeStorageClass(service, 'replicated', {
    metadata: {
      name: settings.storage.files,
      annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
    provisioner: driver,
    parameters: { ioTimeout: '30', protocol: 'nvmf', repl: '2', stsAffinityGroup: 'true' },
  });
  new k8s.KubeStorageClass(service, 'local', {
    metadata: {
      name: settings.storage.database,
      annotations: {
        'openebs.io/cas-type': 'local',
        'cas.openebs.io/config':
          '- name: StorageType\n  value: hostpath\n- name: BasePath\n  value: /var/local/local-hostpath\n',
      },
    },
    provisioner: 'openebs.io/local',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
  new VolumeSnapshotClass(service, 'snapshots', {
    metadata: {
      name: 'mayastor',
      labels: { 'velero.io/csi-volumesnapshot-class': 'true' }, // backups take this one
      annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' },
    },
    driver,
    deletionPolicy: DeletionPolicy.DELETE,
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  etcd: {
    auth: { token: { type: 'simple' } }, // the other type makes a key anew whenever Argo CD renders the chart
    image: { repository: 'bitnamilegacy/etcd' }, // the registry no longer has the chart's own
    persistence: { storageClass: settings.storage.database },
    // Its image is gone, and folders of the local class can be written to by anyone as they are.
    volumePermissions: { enabled: false },
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '1Gi' } },
  },
  'localpv-provisioner': {
    analytics: { enabled: false },
    localpv: {
      resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '200m', memory: '256Mi' } },
    },
  },
  // Logs are collected for the platform as a whole; events are only for the reports to OpenEBS.
  'loki-stack': { enabled: false },
  eventing: { enabled: false },
  obs: { callhome: { enabled: false } },
};
