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
  title: 'A volume that one node at a time can mount is let go before the next pod starts',
  why: 'The new pod waits for the volume, and the old one waits for the new to be ready: the release never ends.',
  fix: 'Set strategy: { type: Recreate }, as apps with volumes have it',
  kinds: 'workloads',
  applies: ({ manifest }) => ['Deployment', 'Rollout'].includes(manifest.kind),
  check: (item, inventory) => {
    const { type, rollingUpdate, canary } = fields(fields(item.manifest['spec'])['strategy']);
    const surge = fields(rollingUpdate ?? canary)['maxSurge'];
    if (type === 'Recreate' || surge === 0 || surge === '0%') return [];
    return listOf(item.pod.spec.volumes)
      .filter((volume) => isWritten(item, volume) && isOfOneNode(item, volume, inventory))
      .map(({ name }) => `its pods hand over volume '${name}', which one node at a time can mount`);
  },
  good: `${deployment({ spec: 'strategy: { type: Recreate }', pod, container })}${claim}`,
  bad: `${deployment({ pod, container })}${claim}`,
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
