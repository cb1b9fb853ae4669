import { fill } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const types = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir'],
  ...['ephemeral', 'persistentVolumeClaim', 'projected', 'secret'],
];

export const volumeTypes: PodRule = {
  id: 'volume-types',
  title: {
    en: 'Volumes are of types that the cluster manages',
    fr: 'Les volumes sont de types que le cluster gère',
  },
  why: {
    en: 'Quotas, backups and storage classes do not apply to a disk or an NFS server that a pod names itself.',
    fr: 'Les quotas, les sauvegardes et les classes de stockage ne s’appliquent pas à un disque ou à un serveur NFS que le pod nomme lui-même.',
  },
  fix: fill(
    { en: 'Use <types> (in apps: volumes)', fr: 'Utilisez <types> (dans apps : volumes)' },
    { types },
  ),
  lists: ['pss/restricted/volume-types'],
  kinds: 'workloads',
  // Folders of the node have a rule of their own: no-host-path.
  check: ({ pod }) =>
    listOf(pod.spec.volumes).flatMap(({ name, ...rest }) =>
      Object.entries(rest)
        .filter(([type, value]) => value && type !== 'hostPath' && !types.includes(type))
        .map(([type]) => ({
          en: `volume '${name}' is of the type ${type}`,
          fr: `le volume « ${name} » est du type ${type}`,
        })),
    ),
  good: deployment({ pod: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: chess-data } }]' }),
  bad: deployment({ pod: 'volumes: [{ name: data, nfs: { server: 10.0.0.4, path: /export } }]' }),
  finds: ["volume 'data' is of the type nfs"],
};
