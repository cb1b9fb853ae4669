import { tracedLanguages } from '../environment/own-telemetry.js';
import type { Fault } from '../values/fault.js';
import { oneOf, suggest } from '../values/names.js';
import { podSizes } from '../workload/pod-size.js';
import { releaseStrategies } from '../workload/rollout.js';

/** Most replicas of one app: more would not fit on three workers. */
const maxReplicas = 20;

/** What is wrong with the port on which a program listens. */
export const portFaults = (port: number | undefined): Fault[] =>
  port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65535)
    ? []
    : [
        quotedFault('port', port) ?? {
          what: `port ${port} is out of range`,
          mend: 'Give a port from 1 to 65535',
        },
      ];

/** What is wrong with a number in quotes: by its value alone, it would look right. */
function quotedFault(field: string, given: unknown): Fault | undefined {
  if (typeof given !== 'string' || !/^\d+$/.test(given)) return undefined;
  return {
    what: `${field} '${given}' is text, not a number`,
    mend: `Leave out the quotes: ${field}: ${given}`,
  };
}

/** What is wrong with the number of pods, the autoscaled ones included. */
export function replicaFaults(replicas: number, most: number, hasVolume: boolean): Fault[] {
  for (const [what, count] of Object.entries({ replicas, 'autoscale.max': most })) {
    if (Number.isInteger(count) && count >= 1 && count <= maxReplicas) continue;
    const mend = `Give a whole number from 1 to ${maxReplicas}; to take the app off, remove the layer or set enabled: false`;
    return [quotedFault(what, count) ?? { what: `${what} ${count} is out of range`, mend }];
  }
  if (!hasVolume || most === 1) return [];
  const what = `${most} replicas cannot share a volume that one pod at a time can mount`;
  return [{ what, mend: 'Remove replicas, or the volume' }];
}

/** What is wrong with the way in which a new version is released. */
export function releaseFaults(release: string | undefined, hasVolume: boolean): Fault[] {
  if (release === undefined) return [];
  if (!releaseStrategies.includes(release)) {
    const near = suggest(release, releaseStrategies);
    const mend = `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(releaseStrategies)}, or remove it for a rolling update`;
    return [{ what: `'${release}' is no way to release`, mend }];
  }
  if (!hasVolume) return [];
  const what = `release '${release}' runs two versions at once, and one pod at a time can mount a volume of its own`;
  return [{ what, mend: 'Remove release, or the volume' }];
}

/** What is wrong with the size of its pods. */
export function sizeFaults(size: string | undefined): Fault[] {
  if (size === undefined || size in podSizes) return [];
  const near = suggest(size, Object.keys(podSizes));
  return [
    {
      what: `'${size}' is no size`,
      mend: `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(Object.keys(podSizes))}`,
    },
  ];
}

/** What is wrong with the path that tells whether a program is ready. */
export const probeFaults = (probe: string | undefined): Fault[] =>
  probe === undefined || probe === 'tcp' || probe.startsWith('/')
    ? []
    : [{ what: `probe '${probe}' is no path`, mend: `Write it like '/healthz'` }];

/** Kubernetes takes text alone; without quotes, `3` or `true` is none. */
export const envFaults = (env: Readonly<Record<string, unknown>> = {}): Fault[] =>
  Object.entries(env)
    .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
    .map(([name, value]) => ({
      what: `env.${name} ${value} is no text`,
      mend: `Put it into quotes: ${name}: '${value}'`,
    }));

/** What is wrong with the language by which its requests are traced. */
export function tracesFaults(language: string | undefined): Fault[] {
  const known = Object.keys(tracedLanguages);
  if (language === undefined || known.includes(language)) return [];
  const near = suggest(language, known);
  const mend = `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(known)}, or telemetry: true and an SDK in the program`;
  return [{ what: `traces '${language}' is no language that can be traced from outside`, mend }];
}
