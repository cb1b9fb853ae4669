import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../constructs/platform/platform.js';
import { TalosCluster, type TalosClusterProps } from '../../system/talos-cluster.js';
import { problemsOf, render, testPlatform } from '../platform.js';

const machine = (name: string, number: number) => ({
  name,
  uuid: `00000000-0000-4000-8000-00000000000${number}`,
  installDisk: `/dev/disk/by-id/ata-DISK_${number}`,
});
const props: TalosClusterProps = {
  name: 'cluster',
  talos: 'v1.6.7',
  kubernetes: 'v1.28.15',
  controlPlanes: [machine('c', 1)],
  workers: [machine('w', 2)],
  workerPatches: { pages: { machine: { sysctls: { 'vm.nr_hugepages': '1024' } } } },
};
const talos = (over: Partial<TalosClusterProps> = {}, mirror?: string): Platform =>
  testPlatform({ mirror }).add((on) => new TalosCluster(on, 'talos', { ...props, ...over }));
const omni = (platform: Platform) => [...render(platform).files].filter(([path]) => path.startsWith('omni/'));

describe('TalosCluster', () => {
  it('is a template that names every machine, and the patches that it names', () => {
    expect(
      omni(talos())
        .map(([path, content]) => `# ${path}\n${content}`)
        .join('\n'),
    ).toMatchSnapshot();
  });

  it('names no patch that is not written, and writes none that is not named', () => {
    const files = new Map(omni(talos({ patches: { all: { machine: {} } } })));
    const documents = loadAll(files.get('omni/cluster.yaml') as string) as {
      patches?: { file?: string }[];
    }[];
    const named = documents
      .flatMap(({ patches }) => patches ?? [])
      .flatMap(({ file }) => (file ? `omni/${file}` : []));
    expect(named.sort()).toEqual([...files.keys()].filter((path) => path !== 'omni/cluster.yaml').sort());
  });

  it('has the nodes take all images from the mirror, if there is one', () => {
    expect(omni(talos()).some(([path]) => path.includes('mirror'))).toBe(false);
    const patch = new Map(omni(talos({}, 'mirror.example.org'))).get('omni/patches/mirror.yaml');
    expect(patch).toContain('https://mirror.example.org/v2');
  });

  it('tells of a missing disk id, a malformed UUID, a machine listed twice and an even number of control planes', () => {
    const wrong = { ...machine('c', 1), uuid: 'c-1', installDisk: '/dev/sda' };
    const lines = problemsOf(talos({ controlPlanes: [wrong, machine('w', 2)] })).map((line) =>
      line.replace(/^\S+ /, ''),
    );
    expect(lines).toEqual([
      `talos: 2 control planes have no majority when half of them are away [control-planes-even]. List an odd number.`,
      `talos: machine 'c' has no UUID, but 'c-1' [machine-uuid]. Take it from omnictl get machines.`,
      `talos: machine 'c' has no durable disk id, but '/dev/sda' [machine-disk]. Write it like '/dev/disk/by-id/ata-MODEL_SERIAL', names like /dev/sda change at a reboot.`,
      `talos: machine 'w' (00000000-0000-4000-8000-000000000002) is listed twice [machine-twice]. Remove one of the two.`,
    ]);
  });
});
