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
  title: 'A volume is of a storage class that the host has',
  why: 'Nobody makes a volume of a class that is not there: the claim stays Pending, and its pod with it.',
  fix: 'Write storageClassName: mayastor',
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
      return [unknownName(`there is no storage class '${name}'`, name, known, storageClassRef.fix)];
    });
  },
  good: example('mayastor'),
  bad: example('mayastore'),
};
