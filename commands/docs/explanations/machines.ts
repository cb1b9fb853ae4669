import type { machines as refusals } from '../../../constructs/refusals/machines.js';
import type { Explanations } from './explanation.js';

/** The servers and their disks. */
export const machines: Explanations<typeof refusals> = {
  'disk-missing': {
    why: {
      en: 'A worker without a disk of its own would hold no replica of any volume, and the others would have less room than was counted on.',
      fr: 'Un serveur sans disque ne garderait de copie d’aucun volume, et les autres auraient moins de place que prévu.',
    },
    example: { bad: "'worker-1': [],", good: "'worker-1': ['ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N5DAHR67']," },
  },
  'disk-taken': {
    why: {
      en: 'A disk is in one server and belongs to one pool. Two pools would write over each other, or one of them would never start.',
      fr: 'Un disque est dans un seul serveur et à un seul pool. Deux pools s’écraseraient, ou l’un ne démarrerait jamais.',
    },
    example: {
      bad: `'worker-1': ['ata-ST2000VN004-2E4164_Z5274QJ6'],
'worker-3': ['ata-ST2000VN004-2E4164_Z5274QJ6'],`,
      good: `'worker-1': ['ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N5DAHR67'],
'worker-3': ['ata-ST2000VN004-2E4164_Z5274QJ6'],`,
    },
  },
  'disk-form': {
    why: {
      en: 'A name like sda goes to another disk when ports or the order of start change. Mayastor takes the disk whole, and would overwrite the wrong one.',
      fr: 'Un nom comme sda passe à un autre disque quand les ports ou l’ordre de démarrage changent. Mayastor prend tout le disque, et écraserait le mauvais.',
    },
    example: { bad: "'worker-3': ['sda'],", good: "'worker-3': ['ata-ST2000VN004-2E4164_Z5274QJ6']," },
  },
  'machine-uuid': {
    why: {
      en: 'Omni knows a server by its UUID alone. By another name it would wait for a server that never comes.',
      fr: 'Omni ne connaît un serveur que par son UUID. Sous un autre nom, il attendrait un serveur qui ne viendra jamais.',
    },
    example: {
      bad: "{ name: 'worker-1', uuid: 'worker-1', installDisk }",
      good: "{ name: 'worker-1', uuid: '00000000-0000-4000-8000-000000000004', installDisk }",
    },
  },
  'machine-disk': {
    why: {
      en: "Talos is installed on this disk and erases it. A name like /dev/sda may be another disk after a reboot, such as one with the clubs' data.",
      fr: 'Talos est installé sur ce disque et l’efface. Un nom comme /dev/sda peut être un autre disque après un redémarrage, par exemple un disque des données des clubs.',
    },
    example: {
      bad: "{ name: 'worker-1', uuid, installDisk: '/dev/sda' }",
      good: "{ name: 'worker-1', uuid, installDisk: '/dev/disk/by-id/ata-MODEL_SERIAL' }",
    },
  },
  'machine-twice': {
    why: {
      en: 'One server would be told to be two, with two names or two roles, and nobody knows which of them it would become.',
      fr: 'Un même serveur devrait en être deux, avec deux noms ou deux rôles, et on ne sait pas lequel il deviendrait.',
    },
    example: {
      bad: "controlPlanes: [machine('controlplane-1', 1), machine('controlplane-2', 1), machine('controlplane-3', 3)],",
      good: "controlPlanes: [machine('controlplane-1', 1), machine('controlplane-2', 2), machine('controlplane-3', 3)],",
    },
  },
  'control-planes-even': {
    why: {
      en: 'etcd writes only while more than half of the control planes agree. A fourth one costs a server and lets no more of them fail than three do.',
      fr: 'etcd n’écrit que si plus de la moitié des plans de contrôle sont d’accord. Un quatrième coûte un serveur et ne permet pas plus de pannes que trois.',
    },
    example: {
      bad: `controlPlanes: [1, 2].map((number) => machine(\`controlplane-\${number}\`, number)),`,
      good: `controlPlanes: [1, 2, 3].map((number) => machine(\`controlplane-\${number}\`, number)),`,
    },
  },
};
