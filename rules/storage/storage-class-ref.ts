import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { lender } from '../facts/location.js';
import { showsAll } from '../facts/opaque.js';

const example = (name: string) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: mayastor }
provisioner: io.openebs.csi-mayastor
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: chess-data }
spec: { storageClassName: ${name}, accessModes: [ReadWriteOnce], resources: { requests: { storage: 5Gi } } }`;

export const storageClassRef: ObjectRule = {
  id: 'storage-class-ref',
  title: {
    en: 'The storage class of each volume exists on the host',
    fr: 'La classe de stockage de chaque volume existe sur l’hôte',
  },
  why: {
    en: 'No volume is made for a storage class that does not exist: the claim stays Pending, and its pod too.',
    fr: 'Aucun volume n’est créé pour une classe de stockage qui n’existe pas : le PersistentVolumeClaim reste Pending, et son pod aussi.',
  },
  fix: { en: 'Write storageClassName: mayastor', fr: 'Écrivez storageClassName: mayastor' },
  kinds: ['PersistentVolumeClaim', 'StatefulSet', 'DataVolume'],
  check: (item, inventory) => {
    const specs = [
      text(item.manifest, 'spec', 'storageClassName'),
      text(item.manifest, 'spec', 'pvc', 'storageClassName'),
      ...list(item.manifest, 'spec', 'volumeClaimTemplates').map((each) =>
        text(each, 'spec', 'storageClassName'),
      ),
    ];
    const place = lender(item);
    return [...new Set(specs)].flatMap((name) => {
      if (!name || !showsAll(inventory, 'StorageClass') || inventory.find(place, 'StorageClass', name))
        return [];
      const known = inventory.names(place, 'StorageClass');
      const what = {
        en: `storage class '${name}' does not exist`,
        fr: `la classe de stockage « ${name} » n’existe pas`,
      };
      return [unknownName(what, name, known, storageClassRef.fix)];
    });
  },
  good: example('mayastor'),
  bad: example('mayastore'),
  finds: ["storage class 'mayastore' does not exist"],
};
