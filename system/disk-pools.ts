import { ApiObject } from 'cdk8s';
import { kept, Platform, type Unit } from '#constructs';

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
    if (ids.length === 0) {
      problems.add(unit, `'${node}' has no disk`, `Name one in system/disk-pools.ts, or remove '${node}'`);
    }
    for (const id of ids) {
      const owner = owners.get(id);
      const fault = owner ? `is already a disk of '${owner}'` : diskFault(id);
      if (fault) {
        problems.add(
          unit,
          `disk '${id}' of '${node}' ${fault}`,
          'Write what `ls /dev/disk/by-id` shows there, like disks in system/disk-pools.ts',
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

/** What is wrong with the name of a disk; undefined if nothing is. */
function diskFault(id: string): string | undefined {
  if (id.includes('/')) return 'is a path, not a name below /dev/disk/by-id';
  if (/-part\d+$/.test(id)) return 'is a partition, not a disk';
  if (!/^(ata|scsi|nvme)-[\w.-]+_[\w-]*[A-Za-z0-9]{4}$/.test(id)) return 'is no name that ends in a serial';
  return undefined;
}
