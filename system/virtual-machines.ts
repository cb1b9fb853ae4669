import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { kept, type Platform, SystemService } from '#constructs';
import { cdi, kubevirt } from './kubevirt.js';
import { mayastor } from './mayastor.js';
import { settings } from './settings.js';

// Ubuntu's main site drops a point release when the next one is out.
const ubuntu = 'https://old-releases.ubuntu.com/releases/jammy/ubuntu-22.04.3-desktop-amd64.iso';

/** Virtual machines, each with its disks. They are off: who needs one starts it by `virtctl start`. */
export const virtualMachines = (platform: Platform) => {
  const service = new SystemService(platform, 'virtual-machines', {
    namespace: 'vms',
    podSecurity: 'baseline', // virt-launcher sets no seccomp profile
    dependsOn: [kubevirt, cdi, mayastor],
    admits: [{ from: ['cdi'], ports: [8443] }], // asks its importers how far they are
    // Whether a machine runs is up to those who use it.
    ignoreDifferences: [{ group: 'kubevirt.io', kind: 'VirtualMachine', jsonPointers: ['/spec/running'] }],
    syncOptions: ['RespectIgnoreDifferences=true'],
  });
  const iso = claim(service, 'iso-ubuntu-22-04', '6Gi', {
    labels: { app: 'containerized-data-importer' },
    annotations: { 'cdi.kubevirt.io/storage.import.endpoint': ubuntu },
  });
  const disk = claim(service, 'ubuntu-pvc', '25Gi');
  // Not a typed construct: its types are over 300 kB.
  new ApiObject(service, 'ubuntu-vm', {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'ubuntu-vm' },
    spec: {
      running: false,
      template: {
        metadata: { labels: { 'kubevirt.io/domain': 'ubuntu-vm' } },
        spec: {
          domain: {
            cpu: { cores: 2 },
            resources: { requests: { memory: '2048M' } },
            devices: {
              // The disk first: empty, it does not boot, and the installer on the ISO does.
              disks: [
                { name: 'harddrive', bootOrder: 1, disk: { bus: 'virtio' } },
                { name: 'iso', bootOrder: 2, cdrom: { bus: 'sata' } },
              ],
              interfaces: [{ name: 'default', masquerade: {} }],
            },
          },
          networks: [{ name: 'default', pod: {} }],
          volumes: [
            { name: 'harddrive', persistentVolumeClaim: { claimName: disk.name } },
            { name: 'iso', persistentVolumeClaim: { claimName: iso.name } },
          ],
        },
      },
    },
  });
  return service;
};

/** A volume of the namespace, kept when its Application goes. */
const claim = (
  service: SystemService,
  name: string,
  size: string,
  metadata: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> } = {},
) =>
  new k8s.KubePersistentVolumeClaim(service, name, {
    metadata: {
      ...metadata,
      name,
      annotations: { ...metadata.annotations, ...kept },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: settings.storage.files,
      resources: { requests: { storage: k8s.Quantity.fromString(size) } },
    },
  });
