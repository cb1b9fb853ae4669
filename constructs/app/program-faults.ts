import type { AppSecret } from '../environment/secrets.js';
import { type Fault, fault, within } from '../refusals/fault.js';
import { type Environment, isProduction } from '../values/environments.js';
import { imageFault } from '../values/image.js';
import { personalDataFault } from '../values/personal-data.js';
import { portFaults } from '../values/port.js';
import { quantityFault } from '../values/quantity.js';
import { resourceFaults } from '../workload/pod-size.js';
import type { Volume } from '../workload/volume-claim.js';
import { programResources } from './program.js';
import type { JobSpec, ProgramSpec, ServiceSpec } from './spec.js';

/** Most replicas of one app: more would not fit on three workers. */
const maxReplicas = 20;

/** How many pods there are, whoever says it. */
export const replicasOf = ({ replicas, volumes }: ServiceSpec, environment: Environment): number =>
  replicas ?? (isProduction(environment) && !ownsVolume(volumes) ? 2 : 1);

const ownsVolume = (volumes: ServiceSpec['volumes'] = {}): boolean =>
  Object.values(volumes).some((volume) => !('of' in volume));

/** What is wrong with one long-running program. */
export function serviceFaults(spec: ServiceSpec, environment: Environment): Fault[] {
  const { port, probe, paths = [], volumes = {}, release } = spec;
  const hasVolume = ownsVolume(volumes);
  return [
    ...programFaults(spec),
    ...portFaults(port, ['port']),
    ...replicaFaults(spec, replicasOf(spec, environment), hasVolume),
    ...(probe === undefined || probe === 'tcp' || probe.startsWith('/')
      ? []
      : [fault('probe-form', { probe }, { field: ['probe'] })]),
    ...(release !== undefined && hasVolume
      ? [fault('release-volume', { release }, { field: ['release'] })]
      : []),
    ...Object.entries(volumes).flatMap(([name, volume]) => within(['volumes', name], volumeFaults(volume))),
    ...paths
      .filter((path) => !path.startsWith('/') || path === '/')
      .map((path) => fault('path-form', { path }, { field: ['paths'] })),
  ];
}

/** What is wrong with one scheduled program. */
export function jobFaults(spec: JobSpec): Fault[] {
  const { schedule } = spec;
  const isSchedule = /^(\S+\s+){4}\S+$/.test(schedule);
  return [
    ...programFaults(spec),
    ...(isSchedule ? [] : [fault('schedule-form', { schedule }, { field: ['schedule'] })]),
  ];
}

function programFaults(spec: ProgramSpec): Fault[] {
  const { secrets = {}, image, internet } = spec;
  return [
    ...Object.entries(secrets).flatMap(([name, secret]) =>
      within(['secrets', name], secretFaults(name, secret)),
    ),
    ...[imageFault(image, ['image']) ?? []].flat(),
    ...(typeof internet === 'object' ? internet : []).flatMap((port) => portFaults(port, ['internet'])),
    ...resourceFaults(programResources(spec)),
  ];
}

/** What is wrong with the number of pods, the autoscaled ones included. */
function replicaFaults({ autoscale }: ServiceSpec, replicas: number, hasVolume: boolean): Fault[] {
  const most = autoscale?.max ?? replicas;
  const counts = { replicas, 'autoscale.max': most };
  for (const [field, count] of Object.entries(counts)) {
    if (Number.isInteger(count) && count >= 1 && count <= maxReplicas) continue;
    return [fault('replicas-range', { field, count, most: maxReplicas }, { field: field.split('.') })];
  }
  const count = Math.max(replicas, most);
  return hasVolume && count > 1 ? [fault('replicas-volume', { count }, { field: ['replicas'] })] : [];
}

function volumeFaults(volume: Volume): Fault[] {
  const { mount } = volume;
  const own =
    'of' in volume
      ? []
      : [
          quantityFault(volume.size, 'storage', ['size']) ?? [],
          personalDataFault(volume.personalData, ['personalData']) ?? [],
        ];
  return [mount.startsWith('/') ? [] : fault('mount-form', { mount }, { field: ['mount'] }), ...own].flat();
}

function secretFaults(name: string, { keys, generate, rotate }: AppSecret): Fault[] {
  const names = Object.keys(keys);
  return [
    names.length === 0 ? fault('secret-without-keys', { name }, { field: ['keys'] }) : [],
    generate && names.length > 1
      ? fault('secret-generated-keys', { name, count: names.length }, { field: ['keys'] })
      : [],
    rotate !== undefined && !generate ? fault('secret-rotation-given', { name }, { field: ['rotate'] }) : [],
    rotate !== undefined && generate && !/^\d+h$/.test(rotate)
      ? fault('secret-rotation-form', { name, rotate }, { field: ['rotate'] })
      : [],
    names
      .filter((key) => !/^[A-Za-z_][\w.-]*$/.test(key))
      .map((key) => fault('secret-key-form', { key }, { field: ['keys', key] })),
  ].flat();
}
