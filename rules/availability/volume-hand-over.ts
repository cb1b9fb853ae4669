import type { Inventory, Workload } from '../engine/inventory.js';
import { containersOf, type PodVolume } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { fields, listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const pod = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: chess } }]';
const container = 'volumeMounts: [{ name: data, mountPath: /data }]';
const claim =
  '---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: chess }\nspec: { accessModes: [ReadWriteOnce] }';

export const volumeHandOver: PodRule = {
  id: 'volume-hand-over',
  title: {
    en: 'A volume for one node at a time is released before the next pod starts',
    fr: 'Un volume d’un seul nœud à la fois est libéré avant le pod suivant',
  },
  why: {
    en: 'The new pod waits for the volume, and the old one waits for the new one to be ready: the release never ends.',
    fr: 'Le nouveau pod attend le volume, et l’ancien attend que le nouveau soit prêt : la mise à jour ne finit jamais.',
  },
  fix: {
    en: 'Set strategy: { type: Recreate }, as apps with volumes have',
    fr: 'Mettez strategy: { type: Recreate }, comme en ont les applications avec des volumes',
  },
  kinds: 'workloads',
  applies: ({ manifest }) => ['Deployment', 'Rollout'].includes(manifest.kind),
  check: (item, inventory) => {
    const { type, rollingUpdate, canary } = fields(fields(item.manifest['spec'])['strategy']);
    const surge = fields(rollingUpdate ?? canary)['maxSurge'];
    if (type === 'Recreate' || surge === 0 || surge === '0%') return [];
    return listOf(item.pod.spec.volumes)
      .filter((volume) => isWritten(item, volume) && isOfOneNode(item, volume, inventory))
      .map(({ name }) => ({
        en: `its new pods start while the old ones hold volume '${name}', which one node at a time can mount`,
        fr: `ses nouveaux pods démarrent quand les anciens ont encore le volume « ${name} », qu’un seul nœud à la fois peut monter`,
      }));
  },
  good: `${deployment({ spec: 'strategy: { type: Recreate }', pod, container })}${claim}`,
  bad: `${deployment({ pod, container })}${claim}`,
  finds: ["its new pods start while the old ones hold volume 'data', which one node at a time can mount"],
};

const isWritten = (item: Workload, { name, persistentVolumeClaim }: PodVolume): boolean =>
  containersOf(item.pod).some(({ volumeMounts }) =>
    listOf(volumeMounts).some((mount) => mount.name === name && !mount.readOnly),
  ) && !fields(persistentVolumeClaim)['readOnly'];

function isOfOneNode(item: Workload, { persistentVolumeClaim }: PodVolume, inventory: Inventory): boolean {
  const name = persistentVolumeClaim?.claimName;
  const found = name && inventory.find(item, 'PersistentVolumeClaim', `${name}`);
  const modes = found ? listOf(fields(found.manifest['spec'])['accessModes'] as string[]) : [];
  return modes.length > 0 && modes.every((mode) => /^ReadWriteOnce(Pod)?$/.test(`${mode}`));
}
