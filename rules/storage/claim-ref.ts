import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { placeOf } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';

/** The names of claims that StatefulSets make, without the number at the end: `data-postgres`, by namespace. */
const templates = once(
  (inventory: Inventory) =>
    new Set(
      inventory
        .ofKind('StatefulSet')
        .flatMap((item) =>
          list(item.manifest, 'spec', 'volumeClaimTemplates').map(
            (each) => `${placeOf(item)}/${text(each, 'metadata', 'name')}-${item.manifest.metadata?.name}`,
          ),
        ),
    ),
);

const exists = (inventory: Inventory, item: Item, name: string): boolean =>
  ['PersistentVolumeClaim', 'DataVolume'].some((kind) => inventory.find(item, kind, name)) ||
  templates(inventory).has(`${placeOf(item)}/${name.replace(/-\d+$/, '')}`);

const example = (name: string) => `${deployment({
  pod: `volumes: [{ name: data, persistentVolumeClaim: { claimName: ${name} } }]`,
  container: 'volumeMounts: [{ name: data, mountPath: /data }]',
})}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: chess-data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 5Gi } } }`;

export const claimRef: PodRule = {
  id: 'claim-ref',
  title: {
    en: 'Each PersistentVolumeClaim that a pod mounts exists',
    fr: 'Chaque PersistentVolumeClaim qu’un pod monte existe',
  },
  why: {
    en: 'A pod whose PersistentVolumeClaim does not exist stays Pending, and only its events say why.',
    fr: 'Un pod dont le PersistentVolumeClaim n’existe pas reste Pending, et seuls ses événements disent pourquoi.',
  },
  fix: {
    en: 'Declare the volume under volumes in apps/*.ts, or name a PersistentVolumeClaim of the same namespace',
    fr: 'Déclarez le volume sous volumes dans apps/*.ts, ou nommez un PersistentVolumeClaim du même namespace',
  },
  kinds: 'workloads',
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) =>
    list(item.pod, 'spec', 'volumes').flatMap((volume) => {
      const name = text(volume, 'persistentVolumeClaim', 'claimName');
      if (!name || exists(inventory, item, name)) return [];
      const known = inventory.names(item, 'PersistentVolumeClaim');
      const volumeName = text(volume, 'name');
      const what = {
        en: `volume '${volumeName}' mounts the PersistentVolumeClaim '${name}', which does not exist`,
        fr: `le volume « ${volumeName} » monte le PersistentVolumeClaim « ${name} », qui n’existe pas`,
      };
      return [unknownName(what, name, known, claimRef.fix)];
    }),
  good: example('chess-data'),
  bad: example('chess-date'),
  finds: ["volume 'data' mounts the PersistentVolumeClaim 'chess-date', which does not exist"],
};
