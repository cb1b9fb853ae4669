import { type DatabaseSpec, databaseImage, databaseResources } from '../database/database.js';
import { watchFaults } from '../environment/watch.js';
import { shapeFaults } from '../problems/shape.js';
import { type Fault, fault, within } from '../refusals/fault.js';
import type { Environment } from '../values/environments.js';
import { imageFault } from '../values/image.js';
import { nameFault, suggest } from '../values/names.js';
import { personalDataFault } from '../values/personal-data.js';
import { quantityFault } from '../values/quantity.js';
import { hostFault, type Zone } from '../values/zone.js';
import { resourceFaults } from '../workload/pod-size.js';
import { jobFaults, serviceFaults } from './program-faults.js';
import type { AppLayer, AppSpec, ProgramSpec, ServiceSpec } from './spec.js';

/** Where an app is judged. */
export interface Judged {
  readonly app: string;
  readonly environment: Environment;
  readonly zones: readonly Zone[];
}

/** The hosts of a layer, one or several. */
export const hostsOf = ({ host }: AppLayer): readonly string[] =>
  typeof host === 'string' ? [host] : (host ?? []);

/** What is wrong with an app in one environment, by its merged spec. Nothing is made of it before. */
export function appFaults(spec: AppSpec & AppLayer, { app, environment, zones }: Judged): Fault[] {
  const { host: _, ...own } = spec;
  const incomplete = shapeFaults('AppSpec', own);
  if (incomplete.length > 0) return incomplete;

  const { services = {}, databases = {}, jobs = {}, registry } = spec;
  const hosts = hostsOf(spec);
  return [
    ...nameFaults(app, spec),
    ...referenceFaults(app, spec),
    ...(registry === undefined || /^docker(-[a-z0-9-]+)?$/.test(registry)
      ? []
      : [fault('registry-login', { login: registry }, { field: ['registry'] })]),
    ...publicFaults(spec, hosts, environment),
    ...hosts.flatMap((host) => hostFault(host, zones, ['host']) ?? []),
    ...releaseFaults(app, spec, hosts),
    ...watchFaults(spec, hosts.length > 0),
    ...serviceFaults(spec, environment),
    ...Object.entries(services).flatMap(([name, service]) =>
      within(['services', name], serviceFaults(service, environment)),
    ),
    ...Object.entries(jobs).flatMap(([name, job]) => within(['jobs', name], jobFaults(job))),
    ...Object.entries(databases).flatMap(([name, database]) =>
      within(['databases', name], databaseFaults(database)),
    ),
  ];
}

/** The names of an app's parts: each a lawful one, and no two the same. */
function nameFaults(app: string, { services = {}, jobs = {}, databases = {} }: AppSpec): Fault[] {
  const parts = Object.entries({ services, jobs, databases }).flatMap(([kind, named]) =>
    Object.keys(named).map((name) => ({ name, field: [kind, name] })),
  );
  const taken = new Set([app]);
  return parts.flatMap(({ name, field }) => {
    const isTaken = taken.has(name);
    taken.add(name);
    return [
      nameFault(name, undefined, field) ?? [],
      isTaken ? fault('part-name-taken', { name }, { field }) : [],
    ].flat();
  });
}

/** The names by which parts of an app refer to each other. */
function referenceFaults(app: string, spec: AppSpec): Fault[] {
  const { services = {}, jobs = {}, databases = {} } = spec;
  const running: Record<string, ServiceSpec> = { [app]: spec, ...services };
  const programs: Record<string, ProgramSpec> = { ...running, ...jobs };
  const callable = Object.keys(running).filter((name) => running[name]?.port !== undefined);
  const owned = Object.entries(running).flatMap(([name, { volumes = {} }]) =>
    Object.entries(volumes).flatMap(([volume, own]) => ('of' in own ? [] : [`${name}/${volume}`])),
  );
  const at = (part: string) => (part === app ? [] : [Object.hasOwn(jobs, part) ? 'jobs' : 'services', part]);
  return [
    ...Object.entries(programs).flatMap(([part, { calls = [], uses = {} }]) => [
      ...calls
        .filter((name) => !callable.includes(name))
        .map((name) =>
          fault(
            'service-unknown',
            { part, name, known: callable },
            { field: [...at(part), 'calls'], near: suggest(name, callable) },
          ),
        ),
      ...Object.keys(uses)
        .filter((name) => !Object.hasOwn(databases, name))
        .map((name) =>
          fault(
            'database-unknown',
            { part, name, known: Object.keys(databases) },
            { field: [...at(part), 'uses', name], near: suggest(name, Object.keys(databases)) },
          ),
        ),
    ]),
    ...Object.entries(running).flatMap(([part, { volumes = {} }]) =>
      Object.entries(volumes).flatMap(([volume, borrowed]) => {
        const name = 'of' in borrowed ? `${borrowed.of}/${volume}` : undefined;
        if (name === undefined || owned.includes(name)) return [];
        const field = [...at(part), 'volumes', volume, 'of'];
        return [fault('volume-unknown', { part, name, known: owned }, { field, near: suggest(name, owned) })];
      }),
    ),
  ];
}

/** What is public needs a port; what is not says so. */
function publicFaults(
  { internal, port }: AppSpec,
  hosts: readonly string[],
  environment: Environment,
): Fault[] {
  if (hosts.length > 0)
    return port === undefined ? [fault('host-without-port', {}, { field: ['port'] })] : [];
  return internal || port === undefined ? [] : [fault('host-missing', { environment }, { field: ['host'] })];
}

/** A release that nobody could judge: the proxies count what comes from outside. */
function releaseFaults(app: string, spec: AppSpec, hosts: readonly string[]): Fault[] {
  const running: Record<string, ServiceSpec> = { [app]: spec, ...spec.services };
  return Object.entries(running).flatMap(([part, { release, port, paths = [] }]) => {
    const isSeen = hosts.length > 0 && port !== undefined && (part === app || paths.length > 0);
    if (release === undefined || isSeen) return [];
    const way =
      part === app
        ? { en: 'a host', fr: 'un domaine' }
        : { en: 'paths of the host', fr: 'des chemins du domaine' };
    const field = part === app ? ['release'] : ['services', part, 'release'];
    return [fault('release-unseen', { part, release, way }, { field })];
  });
}

function databaseFaults(spec: DatabaseSpec): Fault[] {
  return [
    imageFault(databaseImage(spec), ['version']) ?? [],
    quantityFault(spec.storage, 'storage', ['storage']) ?? [],
    personalDataFault(spec.personalData, ['personalData']) ?? [],
    resourceFaults(databaseResources(spec)),
  ].flat();
}
