import type { DatabaseSpec } from '../database/database.js';
import type { AppSecret } from '../environment/secrets.js';
import type { Slo, WatchLimits } from '../environment/watch.js';
import type { Fault } from '../values/fault.js';
import { oneOf, suggest } from '../values/names.js';
import type { Autoscale } from '../workload/container-spec.js';
import type { Resources } from '../workload/pod-size.js';
import type { AppLayer, AppSpec, DatabaseVariables, JobSpec, ProgramSpec, ServiceSpec } from './spec.js';

// What may be said where. TypeScript refuses other fields in an editor; synth does not check types, and would pass them
// over in silence.
const programFields: Record<keyof ProgramSpec, true> = {
  args: true,
  calls: true,
  command: true,
  env: true,
  exempt: true,
  files: true,
  image: true,
  internet: true,
  prepare: true,
  resources: true,
  scratch: true,
  secrets: true,
  size: true,
  telemetry: true,
  traces: true,
  user: true,
  uses: true,
};
const serviceFields: Record<keyof ServiceSpec, true> = {
  ...programFields,
  autoscale: true,
  paths: true,
  port: true,
  probe: true,
  release: true,
  replicas: true,
  volumes: true,
};
export const jobFields: Record<keyof JobSpec, true> = { ...programFields, schedule: true };
export const autoscaleFields: Record<keyof Autoscale, true> = { cpu: true, max: true };
const appFields: Record<Exclude<keyof AppSpec | keyof AppLayer, keyof ServiceSpec>, true> = {
  databases: true,
  extras: true,
  host: true,
  internal: true,
  jobs: true,
  registry: true,
  services: true,
  slo: true,
  watch: true,
};
export const sloFields: Record<keyof Slo, true> = { availability: true };
export const watchFields: Record<keyof WatchLimits, true> = { errors: true, path: true, slow: true };
export const resourceFields: Record<keyof Resources, true> = { cpu: true, memory: true };
export const secretFields: Record<keyof AppSecret, true> = {
  as: true,
  generate: true,
  keys: true,
  path: true,
  rotate: true,
  shared: true,
};
export const databaseFields: Record<keyof DatabaseSpec, true> = {
  database: true,
  engine: true,
  image: true,
  noBackup: true,
  personalData: true,
  resources: true,
  size: true,
  storage: true,
  user: true,
  version: true,
};
export const variableFields: Record<keyof DatabaseVariables, true> = {
  database: true,
  host: true,
  password: true,
  port: true,
  url: true,
  user: true,
};
/** A program of an app is given what the app says. */
export const appServiceFields = { ...serviceFields, ...appFields };

/** The fields that are none of those known, each with the one that was probably meant. */
export function unknownFields(given: object, known: Record<string, true>, prefix: string): Fault[] {
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
