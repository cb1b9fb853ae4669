import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { SystemService } from '../../constructs/service/system-service.js';
import { diskPools } from '../../system/disk-pools.js';
import { problemsOf, testPlatform } from '../platform.js';

const dist = resolve(import.meta.dirname, '../../dist');
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => load(readFileSync(resolve(dist, path), 'utf8'));
const application = (name: string) => at(`argocd/Application.${name}.yaml`);
const wave = (name: string) => Number(application(name).metadata.annotations['argocd.argoproj.io/sync-wave']);

describe('mayastor', () => {
  it('keeps the storage class that volumes were made with', () => {
    const { provisioner, parameters, metadata } = at('host/mayastor/StorageClass.mayastor.yaml');
    expect(provisioner).toBe('io.openebs.csi-mayastor');
    expect(parameters).toEqual({ ioTimeout: '30', protocol: 'nvmf', repl: '2', stsAffinityGroup: 'true' });
    expect(metadata.annotations['storageclass.kubernetes.io/is-default-class']).toBe('true');
  });

  it('is the only one with a default storage class', () => {
    const files = readdirSync(`${dist}/host`, { recursive: true, encoding: 'utf8' });
    const classes = files.filter((path) => path.includes('/StorageClass.')).map((path) => at(`host/${path}`));
    const defaults = classes.filter(
      ({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true',
    );
    expect(defaults.map(({ metadata }) => metadata.name)).toEqual(['mayastor']);
  });

  it('has a pool for each disk, named by worker and serial, which is never pruned and waits for its kind', () => {
    const pools = readdirSync(`${dist}/host/mayastor`).filter((name) => name.startsWith('DiskPool.'));
    expect(pools).toHaveLength(6);
    const { metadata, spec } = at('host/mayastor/DiskPool.hdds-worker-1-hr67.yaml');
    expect(spec).toEqual({
      node: 'worker-1',
      disks: ['/dev/disk/by-id/ata-WDC_WD30EFRX-68EUZN0_WD-WCC4N5DAHR67'],
    });
    const options = metadata.annotations['argocd.argoproj.io/sync-options'];
    expect(options).toContain('Prune=false');
    expect(options).toContain('SkipDryRunOnMissingResource=true');
    expect(metadata.annotations['argocd.argoproj.io/sync-wave']).toBe('1');
  });

  it('comes after the kinds of snapshots, and leaves out the older ones that its chart carries', () => {
    expect(wave('host-mayastor')).toBeGreaterThan(wave('host-volume-snapshots'));
    expect(application('host-mayastor').spec.sources[0].helm.skipCrds).toBe(true);
  });

  it('offers its snapshots to backups', () => {
    const snapshots = at('host/mayastor/VolumeSnapshotClass.mayastor.yaml');
    expect(snapshots.metadata.labels['velero.io/csi-volumesnapshot-class']).toBe('true');
    expect(snapshots.driver).toBe(at('host/mayastor/StorageClass.mayastor.yaml').provisioner);
  });
});

describe('diskPools', () => {
  const problems = (workers: Record<string, string[]>) =>
    problemsOf(
      testPlatform().add((on) => {
        const service = new SystemService(on, 'storage', { provides: ['openebs.io'] });
        diskPools(service, workers);
        return service;
      }),
    );
  const disk = 'ata-ST2000VN004-2E4164_Z5274QJ6';

  it.each(['', 'sdb', 'ata-ST2000VN004', `/dev/disk/by-id/${disk}`, `${disk}-part1`])(
    'reports disk %j in one line',
    (id) => {
      const found = problems({ w: [id] });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`disk '${id}' of 'w' is not a durable name of a whole disk`);
      expect(found[0]).toContain('[disk-form]');
      expect(found[0]).toContain('system/disk-pools.ts');
    },
  );

  it('reports a worker without a disk, and a disk that two workers share', () => {
    expect(problems({ a: [] })).toEqual([
      expect.stringContaining("'a' has no disk [disk-missing]. Name one in system/"),
    ]);
    expect(problems({ a: [disk], b: [disk] })).toEqual([
      expect.stringContaining(`disk '${disk}' of 'b' is already a disk of 'a' [disk-taken].`),
    ]);
  });

  it('takes disks of every kind of port', () => {
    expect(problems({ a: [disk, 'nvme-Samsung_SSD_970_EVO_S4EWNX0N1234', 'scsi-SATA_X_WD-AB12'] })).toEqual(
      [],
    );
  });
});
