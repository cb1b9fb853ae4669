import { type DatabaseSpec, databaseImage, databaseResources } from '../database/database.js';
import { engines } from '../database/engines.js';
import type { AppSecret } from '../environment/secrets.js';
import { watchFaults } from '../environment/watch.js';
import { type Environment, isProduction } from '../values/environments.js';
import type { Fault } from '../values/fault.js';
import { imageFault } from '../values/image.js';
import { labelFault, nearestLabel, oneOf, suggest } from '../values/names.js';
import { personalDataFault } from '../values/personal-data.js';
import { quantityFault } from '../values/quantity.js';
import { hostFault, type Zone } from '../values/zone.js';
import { resourceFaults } from '../workload/pod-size.js';
import type { Volume } from '../workload/volume-claim.js';
import {
  appServiceFields,
  autoscaleFields,
  databaseFields,
  jobFields,
  resourceFields,
  secretFields,
  sloFields,
  unknownFields,
  variableFields,
  watchFields,
} from './fields.js';
import { programResources } from './program.js';
import {
  envFaults,
  portFaults,
  probeFaults,
  releaseFaults,
  replicaFaults,
  sizeFaults,
  tracesFaults,
} from './program-faults.js';
import type { AppSpec, JobSpec, ProgramSpec, ServiceSpec } from './spec.js';

/** What is wrong with an app as a whole in one environment: its hosts, and the names by which its parts refer to each other. */
export function appFaults(
  app: string,
  environment: Environment,
  spec: AppSpec,
  { hosts, zones }: { readonly hosts: readonly string[]; readonly zones: readonly Zone[] },
): Fault[] {
  const { services = {}, databases = {}, jobs = {} } = spec;
  const names = [app, ...Object.keys(services), ...Object.keys(jobs), ...Object.keys(databases)];
  const callable = Object.entries({ [app]: spec, ...services }).filter(([, { port }]) => port !== undefined);
  const owned = Object.entries({ [app]: spec, ...services }).flatMap(([name, { volumes = {} }]) =>
    Object.entries(volumes).flatMap(([volume, own]) => ('of' in own ? [] : [`${name}/${volume}`])),
  );
  const refers = (name: string, others: readonly string[], known: readonly string[], kind: string): Fault[] =>
    others
      .filter((other) => !known.includes(other))
      .map((other) => {
        const near = suggest(other, known);
        const what = `${name} ${kind} '${other}', which the app has not`;
        return { what, mend: near ? `Did you mean ${near}?` : `It has ${oneOf(known) || 'none'}` };
      });
  const of = (name: string, faults: readonly Fault[]): Fault[] =>
    faults.map(({ what, mend }) => ({ what: name === app ? what : `${name}: ${what}`, mend }));
  return [
    ...names.flatMap((name) => {
      const fault = name === app ? undefined : labelFault(name);
      return fault ? [{ what: `the name '${name}' ${fault}`, mend: `Call it '${nearestLabel(name)}'` }] : [];
    }),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ what: `two parts of the app are called '${name}'`, mend: 'Rename one of them' })),
    ...Object.entries({ [app]: spec, ...services, ...jobs }).flatMap(([name, { calls = [], uses = {} }]) => [
      ...refers(
        name,
        calls,
        callable.map(([known]) => known),
        'calls',
      ),
      ...refers(name, Object.keys(uses), Object.keys(databases), 'uses the database'),
      ...Object.values(uses).flatMap((variables) => unknownFields(variables, variableFields, 'uses.')),
    ]),
    ...Object.entries({ [app]: spec, ...services }).flatMap(([name, { volumes = {} }]) =>
      Object.entries(volumes).flatMap(([volume, borrowed]) =>
        'of' in borrowed ? refers(name, [`${borrowed.of}/${volume}`], owned, 'mounts the volume') : [],
      ),
    ),
    ...Object.values(databases).flatMap((database) => unknownFields(database, databaseFields, 'databases.')),
    ...registryFaults(spec.registry),
    ...hostFaults(environment, spec, hosts),
    ...unseenReleases(app, spec, hosts),
    ...unknownFields(spec.slo ?? {}, sloFields, 'slo.'),
    ...unknownFields(spec.watch ?? {}, watchFields, 'watch.'),
    ...watchFaults(spec, hosts.length > 0),
    ...hosts.flatMap((host) => hostFault(host, zones) ?? []),
    ...Object.entries({ [app]: spec, ...services }).flatMap(([name, service]) =>
      of(name, serviceFaults(service, environment)),
    ),
    ...Object.entries(jobs).flatMap(([name, job]) => of(name, jobFaults(job))),
    ...Object.entries(databases).flatMap(([name, database]) => of(name, databaseFaults(database))),
  ];
}

const registryFaults = (login: string | undefined): Fault[] =>
  login === undefined || /^docker(-[a-z0-9-]+)?$/.test(login)
    ? []
    : [
        {
          what: `registry '${login}' is no login that Vault keeps`,
          mend: `Write it like 'docker' or 'docker-crabe'`,
        },
      ];

function hostFaults(environment: string, { internal, port }: AppSpec, hosts: readonly string[]): Fault[] {
  if (hosts.length > 0 && port === undefined) {
    return [{ what: `it has a host and no port`, mend: 'Give the port that the program listens on' }];
  }
  if (hosts.length > 0 || internal || port === undefined) return [];
  const mend = `Add host: '…' to the ${environment} layer, or internal: true to the base`;
  return [{ what: 'no host, and the app is not internal', mend }];
}

/** A release that nobody could judge: Envoy counts what comes from outside. */
const unseenReleases = (app: string, spec: AppSpec, hosts: readonly string[]): Fault[] =>
  Object.entries({ [app]: spec, ...spec.services })
    .filter(([name, { release, port, paths = [] }]) => {
      const isSeen = hosts.length > 0 && port !== undefined && (name === app || paths.length > 0);
      return release !== undefined && !isSeen;
    })
    .map(([name, { release }]) => ({
      what: `${name} has release '${release}', and nothing comes to it from outside by which that could be judged`,
      mend: `Remove release, or give it ${name === app ? 'a host and a port' : 'paths of the host and a port'}`,
    }));

/** How many pods there are, whoever says it. */
export const replicasOf = ({ replicas, volumes }: ServiceSpec, environment: Environment): number =>
  replicas ?? (isProduction(environment) && !ownsVolume(volumes) ? 2 : 1);

const ownsVolume = (volumes: ServiceSpec['volumes'] = {}): boolean =>
  Object.values(volumes).some((volume) => !('of' in volume));

/** What is wrong with one long-running program. */
function serviceFaults(spec: ServiceSpec, environment: Environment): Fault[] {
  const { autoscale, paths = [], volumes = {} } = spec;
  const replicas = replicasOf(spec, environment);
  const hasVolume = ownsVolume(volumes);
  return [
    ...unknownFields(spec, appServiceFields, ''),
    ...unknownFields(autoscale ?? {}, autoscaleFields, 'autoscale.'),
    ...programFaults(spec),
    ...portFaults(spec.port),
    ...replicaFaults(replicas, Math.max(replicas, autoscale?.max ?? 0), hasVolume),
    ...probeFaults(spec.probe),
    ...releaseFaults(spec.release, hasVolume),
    ...Object.values(volumes).flatMap(volumeFaults),
    ...paths
      .filter((path) => !path.startsWith('/') || path === '/')
      .map((path) => ({ what: `'${path}' is no path below the host`, mend: `Write it like '/api'` })),
  ];
}

/** What is wrong with a volume. */
function volumeFaults(volume: Volume): Fault[] {
  const { mount } = volume;
  const own =
    'of' in volume ? [] : [quantityFault(volume.size, 'storage'), personalDataFault(volume.personalData)];
  return [
    ...(mount.startsWith('/')
      ? []
      : [{ what: `mount '${mount}' is no absolute path`, mend: `Write it like '/data'` }]),
    ...own.flatMap((fault) => fault ?? []),
  ];
}

/** What is wrong with a database. */
function databaseFaults(spec: DatabaseSpec): Fault[] {
  const known = Object.keys(engines);
  const near = suggest(spec.engine, known);
  const engine = {
    what: `'${spec.engine}' is no database`,
    mend: `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(known)}`,
  };
  return [
    known.includes(spec.engine) ? undefined : engine,
    imageFault(databaseImage(spec)),
    quantityFault(spec.storage, 'storage'),
    personalDataFault(spec.personalData),
    ...resourceFaults(databaseResources(spec)),
  ].flatMap((fault) => fault ?? []);
}

/** What is wrong with one scheduled program. */
function jobFaults(spec: JobSpec): Fault[] {
  const parts = /^(\S+\s+){4}\S+$/.test(spec.schedule ?? '');
  const fault = {
    what: `'${spec.schedule}' is no schedule`,
    mend: `Write it as cron does, like '0 3 * * *'`,
  };
  return [...unknownFields(spec, jobFields, ''), ...programFaults(spec), ...(parts ? [] : [fault])];
}

function programFaults(spec: ProgramSpec): Fault[] {
  const { secrets = {} } = spec;
  return [
    ...unknownFields(spec.resources ?? {}, resourceFields, 'resources.'),
    ...Object.entries(secrets).flatMap(([name, secret]) => secretFaults(name, secret)),
    ...envFaults(spec.env),
    ...tracesFaults(spec.traces),
    ...[imageFault(spec.image)].flatMap((fault) => fault ?? []),
    ...sizeFaults(spec.size),
    ...(Array.isArray(spec.internet) ? spec.internet : []).flatMap(portFaults),
    ...resourceFaults(programResources(spec)),
  ];
}

function secretFaults(name: string, secret: AppSecret): Fault[] {
  const keys = Object.keys(secret.keys ?? {});
  const faults = unknownFields(secret, secretFields, `secrets.${name}.`);
  if (keys.length === 0)
    faults.push({ what: `the secret '${name}' has no keys`, mend: `Add keys: { KEY: 'what it is' }` });
  if (secret.generate && keys.length > 1) {
    faults.push({
      what: `the secret '${name}' is generated and has ${keys.length} keys`,
      mend: 'Make it one secret for each key',
    });
  }
  if (secret.rotate !== undefined && !(secret.generate && /^\d+h$/.test(secret.rotate))) {
    const what = `the secret '${name}' is to be rotated, `;
    faults.push(
      secret.generate
        ? { what: `${what}and '${secret.rotate}' is no number of hours`, mend: `Write it like '720h'` }
        : { what: `${what}and Vault does not make it up`, mend: 'Add generate: true, or remove rotate' },
    );
  }
  for (const key of keys.filter((each) => !/^[A-Za-z_][\w.-]*$/.test(each))) {
    faults.push({ what: `'${key}' is no name of a key`, mend: 'Use letters, digits and _' });
  }
  return faults;
}
