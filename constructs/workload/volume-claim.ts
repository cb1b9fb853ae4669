import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { kept } from '../kube/never-pruned.js';
import { Platform } from '../platform/platform.js';
import type { VolumeKind } from '../platform/props.js';
import type { Unit } from '../platform/unit.js';
import { personalData } from '../values/personal-data.js';
import { backupAnnotation, backupLabels } from './backup.js';

/** A volume of an app, and where its container sees it. */
export interface OwnVolume {
  /** The path at which it is mounted. */
  readonly mount: string;
  /** Its size, as a quantity of storage. */
  readonly size: string;
  /**
   * Whether personal data may be in it, which the platform does not allow: `false`, or the reason why it is
   * nevertheless so.
   */
  readonly personalData: boolean | string;
  /** Why it needs no backup. @default - it is backed up every night */
  readonly noBackup?: string;
  /** What it holds; decides the storage class. @default 'files' */
  readonly kind?: VolumeKind;
}

/** A volume of another service of the app, which this one may read. Their pods are kept on one node. */
export interface BorrowedVolume {
  /** The path at which it is mounted. */
  readonly mount: string;
  /** The service whose volume of the same name it is. */
  readonly of: string;
}

/** A volume of a service's own, or another's. */
export type Volume = OwnVolume | BorrowedVolume;

/**
 * A claim on a volume of the class that its kind asks for. Only one pod mounts it at a time (ReadWriteOnce).
 * It outlives its Application: what was stored is never pruned.
 */
export class VolumeClaim extends Construct {
  /** The claim's name. */
  readonly claimName: string;

  constructor(unit: Unit, id: string, volume: OwnVolume) {
    super(unit, id);
    this.claimName = id;
    const platform = Platform.of(this);
    new k8s.KubePersistentVolumeClaim(this, 'claim', {
      metadata: {
        name: id,
        labels: backupLabels(volume.noBackup),
        annotations: { ...kept, ...backupAnnotation(volume.noBackup), ...personalData(volume.personalData) },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: platform.props.storage[volume.kind ?? 'files'],
        resources: { requests: { storage: k8s.Quantity.fromString(volume.size) } },
      },
    });
  }
}
