import { Construct } from 'constructs';
import { fault, type Platform, recordSource, toYaml } from '#constructs';

/** A server. */
export interface Machine {
  /** Its host name, and so the name of its node. */
  readonly name: string;
  /** Its SMBIOS UUID, by which Omni knows it. */
  readonly uuid: string;
  /** The disk that Talos is installed on, by its durable id: `/dev/disk/by-id/…`. */
  readonly installDisk: string;
}

/** A part of a Talos machine configuration, laid over the rest of it. */
export type MachinePatch = Readonly<Record<string, unknown>>;

/** The servers of the host cluster and what runs on them. */
export interface TalosClusterProps {
  /** The cluster's name in Omni. */
  readonly name: string;
  /** The version of Talos, `v1.6.7`. */
  readonly talos: string;
  /** The version of Kubernetes, `v1.28.15`. */
  readonly kubernetes: string;
  /** The control planes: an odd number, so that a majority is one more than half. */
  readonly controlPlanes: readonly Machine[];
  /** The workers. */
  readonly workers: readonly Machine[];
  /** Patches of every machine, by name. @default - none */
  readonly patches?: Readonly<Record<string, MachinePatch>>;
  /** Patches of every worker, by name. @default - none */
  readonly workerPatches?: Readonly<Record<string, MachinePatch>>;
}

/**
 * `dist/omni/`: the template of the host cluster for `omnictl cluster template sync --file cluster.yaml`, and the
 * patches that it names. With a mirror, every registry's images are taken from there by the nodes themselves, so
 * that charts and operators need not know.
 * Reports a machine without a durable disk id or with a malformed UUID, and an even number of control planes.
 */
export class TalosCluster extends Construct {
  constructor(platform: Platform, id: string, props: TalosClusterProps) {
    super(platform, platform.claimId(id));
    recordSource(this);
    const machines = [...props.controlPlanes, ...props.workers];
    this.check(platform, props, machines);
    const { mirror } = platform.props;
    const patches = { ...props.patches, ...(mirror && { mirror: mirrorPatch(mirror) }) };

    const documents = [
      {
        kind: 'Cluster',
        name: props.name,
        kubernetes: { version: props.kubernetes },
        talos: { version: props.talos },
        patches: this.files(platform, patches),
      },
      { kind: 'ControlPlane', machines: props.controlPlanes.map(({ uuid }) => uuid) },
      {
        kind: 'Workers',
        machines: props.workers.map(({ uuid }) => uuid),
        patches: this.files(platform, props.workerPatches ?? {}),
      },
      ...machines.map(({ name, uuid, installDisk }) => ({
        kind: 'Machine',
        name: uuid,
        install: { disk: installDisk },
        patches: [{ name: 'hostname', inline: { machine: { network: { hostname: name } } } }],
      })),
    ];
    platform.files.set('omni/cluster.yaml', documents.map(toYaml).join('---\n'));
  }

  private files(platform: Platform, patches: Readonly<Record<string, MachinePatch>>): { file: string }[] {
    return Object.keys(patches)
      .sort()
      .map((name) => {
        const file = `patches/${name}.yaml`;
        platform.files.set(`omni/${file}`, toYaml(patches[name]));
        return { file };
      });
  }

  private check(platform: Platform, props: TalosClusterProps, machines: readonly Machine[]): void {
    const { problems } = platform;
    for (const { name, uuid, installDisk } of machines) {
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid))
        problems.add(this, fault('machine-uuid', { name, uuid }));
      if (!/^\/dev\/disk\/by-id\/[\w.:-]+$/.test(installDisk))
        problems.add(this, fault('machine-disk', { name, disk: installDisk }));
      if (machines.filter((other) => other.uuid === uuid || other.name === name).length > 1)
        problems.add(this, fault('machine-twice', { name, uuid }));
    }
    const count = props.controlPlanes.length;
    if (count % 2 === 0) problems.add(this, fault('control-planes-even', { count }));
  }
}

/** Every registry that images of the platform come from, each under its own name at the mirror. */
const mirrorPatch = (mirror: string): MachinePatch => ({
  machine: {
    registries: {
      mirrors: {
        '*': { endpoints: [`https://${mirror}/v2`], overridePath: true, skipFallback: true },
      },
    },
  },
});
