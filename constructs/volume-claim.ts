import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { kept } from './kept.js';
import { Platform } from './platform.js';
import { quantityFault } from './quantity.js';
import type { Unit } from './unit.js';

/** A volume of an app, and where its container sees it. */
export interface Volume {
  /** The path at which it is mounted. */
  readonly mount: string;
  /** Its size, as a quantity of storage. */
  readonly size: string;
  /** What it holds; decides the storage class. @default 'files' */
  readonly kind?: VolumeKind;
}

/** Files of an app, or the files of a database, which replicates or dumps them itself. */
export type VolumeKind = 'files' | 'database';

/** Which storage class serves which kind of volume. Both are ReadWriteOnce. */
export type StorageClasses = Readonly<Record<VolumeKind, string>>;

/**
 * A claim on a volume of the class that its kind asks for. Only one pod mounts it at a time (ReadWriteOnce).
 * It outlives its Application: what was stored is never pruned.
 */
export class VolumeClaim extends Construct {
  /** The claim's name. */
  readonly claimName: string;

  constructor(unit: Unit, id: string, volume: Volume) {
    super(unit, id);
    this.claimName = id;
    const platform = Platform.of(this);
    const fault = quantityFault(volume.size, 'storage');
    if (fault) platform.problems.add(this, fault.what, fault.mend);
    if (!volume.mount.startsWith('/')) {
      platform.problems.add(this, `mount '${volume.mount}' is no absolute path`, `Write it like '/data'`);
    }
    new k8s.KubePersistentVolumeClaim(this, 'claim', {
      metadata: { name: id, annotations: kept },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: platform.props.storage[volume.kind ?? 'files'],
        resources: { requests: { storage: k8s.Quantity.fromString(volume.size) } },
      },
    });
  }
}
