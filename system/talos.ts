import { type Platform, placeholder } from '#constructs';
import { type Machine, TalosCluster } from './talos-cluster.js';

/** Which server is which. */
const machine = (name: string, number: number): Machine => ({
  name,
  uuid: placeholder(
    'the UUIDs of the servers: omnictl get machines',
    `00000000-0000-4000-8000-00000000000${number}`,
  ),
  installDisk: placeholder(
    'the disks that Talos is installed on: talosctl disks',
    `/dev/disk/by-id/install-disk-of-${name}`,
  ),
});

/** The six servers, run through Omni. */
export const talos = (platform: Platform) =>
  new TalosCluster(platform, 'talos', {
    name: 'cedille-cluster',
    talos: 'v1.6.7',
    kubernetes: 'v1.28.15',
    controlPlanes: [1, 2, 3].map((number) => machine(`controlplane-${number}`, number)),
    workers: [1, 2, 3].map((number) => machine(`worker-${number}`, number + 3)),
    workerPatches: {
      // Mayastor's engine polls its disks over NVMe/TCP, from 2 GiB of huge pages (1,024 × 2 MiB) of each worker.
      mayastor: {
        machine: {
          sysctls: { 'vm.nr_hugepages': '1024' },
          kernel: { modules: [{ name: 'nvme_tcp' }] },
          nodeLabels: { 'openebs.io/engine': 'mayastor' },
        },
      },
      // Where the volumes of databases lie. Talos lets the kubelet see no folder that is not named.
      'local-hostpath': {
        machine: {
          kubelet: {
            extraMounts: [
              {
                destination: '/var/local/local-hostpath',
                source: '/var/local/local-hostpath',
                type: 'bind',
                options: ['bind', 'rshared', 'rw'],
              },
            ],
          },
        },
      },
    },
  });
