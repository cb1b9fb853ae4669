import type { AppLayer, AppSpec } from './app-spec.js';
import { imageFault } from './image.js';
import { oneOf, suggest } from './names.js';
import { podSizes, type Resources, resourceFaults } from './pod-size.js';

/** What is wrong, and how to mend it. */
export interface Fault {
  readonly what: string;
  readonly mend: string;
}

/** Most replicas of one app: more would not fit on three workers. */
const maxReplicas = 20;

// TypeScript refuses other fields in an editor; synth does not check types, and would pass them over in silence.
const fields: Record<keyof AppSpec | keyof AppLayer, true> = {
  args: true,
  command: true,
  env: true,
  extras: true,
  host: true,
  image: true,
  internal: true,
  internet: true,
  port: true,
  probe: true,
  replicas: true,
  resources: true,
  scratch: true,
  size: true,
  user: true,
  volumes: true,
};
const resourceFields: Record<keyof Resources, true> = { cpu: true, memory: true };

/** Everything wrong with one environment of an app, base and layer merged. */
export function specFaults(
  environment: string,
  spec: AppSpec & AppLayer,
  settled: { replicas: number; resources: Resources; hosts: readonly string[]; hasVolume: boolean },
): Fault[] {
  return [
    ...unknownFields(spec, fields, ''),
    ...unknownFields(spec.resources ?? {}, resourceFields, 'resources.'),
    ...[imageFault(spec.image)].flatMap((fault) => fault ?? []),
    ...portFaults(spec.port),
    ...replicaFaults(settled.replicas, settled.hasVolume),
    ...sizeFaults(spec.size),
    ...resourceFaults(settled.resources),
    ...probeFaults(spec.probe),
    ...(settled.hosts.length > 0 || spec.internal
      ? []
      : [
          {
            what: 'no host, and the app is not internal',
            mend: `Add host: '…' to the ${environment} layer, or internal: true to the base`,
          },
        ]),
  ];
}

function unknownFields(given: object, known: Record<string, true>, prefix: string): Fault[] {
  return Object.keys(given)
    .filter((key) => !(key in known))
    .map((key) => {
      const near = suggest(key, Object.keys(known));
      const mend = near
        ? `Did you mean ${prefix}${near}? Otherwise remove it`
        : `It has ${oneOf(Object.keys(known))}`;
      return { what: `an app has no field '${prefix}${key}'`, mend };
    });
}

const portFaults = (port: number): Fault[] =>
  Number.isInteger(port) && port >= 1 && port <= 65535
    ? []
    : [{ what: `port ${port} is out of range`, mend: 'Give the port the program listens on, 1 to 65535' }];

function replicaFaults(replicas: number, hasVolume: boolean): Fault[] {
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > maxReplicas) {
    const mend = `Give a whole number from 1 to ${maxReplicas}; to take the app off, remove the layer or set enabled: false`;
    return [{ what: `replicas ${replicas} is out of range`, mend }];
  }
  if (!hasVolume || replicas === 1) return [];
  const what = `${replicas} replicas cannot share a volume that one pod at a time can mount`;
  return [{ what, mend: 'Remove replicas, or the volume' }];
}

function sizeFaults(size: string | undefined): Fault[] {
  if (size === undefined || size in podSizes) return [];
  const near = suggest(size, Object.keys(podSizes));
  return [
    {
      what: `'${size}' is no size`,
      mend: `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(Object.keys(podSizes))}`,
    },
  ];
}

const probeFaults = (probe: string | undefined): Fault[] =>
  probe === undefined || probe.startsWith('/')
    ? []
    : [{ what: `probe '${probe}' is no path`, mend: `Write it like '/healthz'` }];
