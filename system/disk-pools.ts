import { ApiObject } from 'cdk8s';
import { fault, kept, Platform, type Unit } from '#constructs';

const file = 'system/disk-pools.ts';

/**
 * The disks that Mayastor owns whole, on each worker: names below /dev/disk/by-id, which follow a disk to whatever
 * port it is plugged into. They end in its serial number.
 */
const disks: Readonly<Record<string, readonly string[]>> = {
  'worker-1': ['ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N5DAHR67', 'ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N7KEPLJ7'],
  'worker-2': ['ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N5DAHTP3', 'ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N7KEPKF7'],
  'worker-3': ['ata-ST2000VN004-2E4164_Z5274QJ6', 'ata-WDC_WD2004FBYZ-01YCBB1_WD-WMC6N0D6KXX4'],
};

/** The one thing a pool says. Mayastor's operator makes this kind's definition when it starts, so no file of it can be imported. */
interface DiskPoolSpec {
  readonly node: string;
  readonly disks: readonly [string];
}

/** A pool for each disk of each worker; reports a worker without a disk, and a disk that is named wrongly or twice. */
export function diskPools(unit: Unit, workers = disks): void {
  const { problems } = Platform.of(unit);
  const owners = new Map<string, string>();
  for (const [node, ids] of Object.entries(workers)) {
    if (ids.length === 0) problems.add(unit, fault('disk-missing', { node, file }));
    for (const id of ids) {
      const owner = owners.get(id);
      if (owner || !isDisk(id)) {
        const told = { disk: id, node };
        problems.add(
          unit,
          owner ? fault('disk-taken', { ...told, owner }) : fault('disk-form', { ...told, file }),
        );
        continue;
      }
      owners.set(id, node);
      const name = `hdds-${node}-${id.slice(-4).toLowerCase()}`;
      const spec: DiskPoolSpec = { node, disks: [`/dev/disk/by-id/${id}`] };
      new ApiObject(unit, name, {
        apiVersion: 'openebs.io/v1beta1',
        kind: 'DiskPool',
        // What is removed here by mistake holds what clubs keep.
        metadata: { name, annotations: kept },
        spec,
      });
    }
  }
}

/** Whether it is the name of a whole disk below /dev/disk/by-id that ends in a serial number: no path, no partition. */
const isDisk = (id: string): boolean =>
  /^(ata|scsi|nvme)-[\w.-]+_[\w-]*[A-Za-z0-9]{4}$/.test(id) && !/-part\d+$/.test(id);
