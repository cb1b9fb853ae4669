import { k8s } from 'cdk8s-plus-28';
import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import { chart } from './charts.js';
import { settings } from './settings.js';

/** Volumes on the workers' own disks: replicated ones by Mayastor, and plain folders of a node for databases. */
export const mayastor = (platform: Platform) => {
  const service = new SystemService(platform, 'mayastor', {
    podSecurity: { privileged: 'its engine drives the disks and huge pages of the node' },
    charts: [{ chart: chart('mayastor') }],
    provides: ['openebs.io'],
  });
  new k8s.KubeStorageClass(service, 'replicated', {
    metadata: {
      name: settings.storage.files,
      annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
    provisioner: 'io.openebs.csi-mayastor',
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
  return service;
};
