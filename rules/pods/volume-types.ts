import { oneOf } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const types = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir'],
  ...['ephemeral', 'persistentVolumeClaim', 'projected', 'secret'],
];

export const volumeTypes: PodRule = {
  id: 'volume-types',
  title: 'Volumes are of a kind that the cluster looks after',
  why: 'A pod that names a disk or an NFS server itself goes past quotas, backups and whoever gives out storage.',
  fix: `Use ${oneOf(types)} (in apps: volumes)`,
  lists: ['pss/restricted/volume-types'],
  kinds: 'workloads',
  // A folder of the node is worse, and a rule of its own: no-host-path.
  check: ({ pod }) =>
    listOf(pod.spec.volumes).flatMap(({ name, ...rest }) =>
      Object.entries(rest)
        .filter(([type, value]) => value && type !== 'hostPath' && !types.includes(type))
        .map(([type]) => `volume '${name}' is of the type ${type}`),
    ),
  good: deployment({ pod: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: chess-data } }]' }),
  bad: deployment({ pod: 'volumes: [{ name: data, nfs: { server: 10.0.0.4, path: /export } }]' }),
};
