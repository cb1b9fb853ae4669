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
} from './app-fields.js';
import type { AppSecret } from './app-secrets.js';
import type { AppSpec, JobSpec, ProgramSpec, ServiceSpec } from './app-spec.js';
import { watchFaults } from './app-watch.js';
import type { Fault } from './fault.js';
import { imageFault } from './image.js';
import { labelFault, nearestLabel, oneOf, suggest } from './names.js';
import { type Resources, resourceFaults } from './pod-size.js';
import {
  envFaults,
  portFaults,
  probeFaults,
  releaseFaults,
  replicaFaults,
  sizeFaults,
  tracesFaults,
} from './program-faults.js';

/** What is wrong with an app as a whole in one environment: its hosts, and the names by which its parts refer to each other. */
export function appFaults(
  app: string,
  environment: string,
  spec: AppSpec,
  hosts: readonly string[],
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

/** What is wrong with one program that runs for ever. */
export function serviceFaults(
  spec: ServiceSpec,
  settled: { replicas: number; resources: Resources; hasVolume: boolean },
): Fault[] {
  const { autoscale, paths = [] } = spec;
  const most = Math.max(settled.replicas, autoscale?.max ?? 0);
  return [
    ...unknownFields(spec, appServiceFields, ''),
    ...unknownFields(autoscale ?? {}, autoscaleFields, 'autoscale.'),
    ...programFaults(spec, settled.resources),
    ...portFaults(spec.port),
    ...replicaFaults(settled.replicas, most, settled.hasVolume),
    ...probeFaults(spec.probe),
    ...releaseFaults(spec.release, settled.hasVolume),
    ...Object.values(spec.volumes ?? {})
      .filter(({ mount }) => !mount.startsWith('/'))
      .map(({ mount }) => ({ what: `mount '${mount}' is no absolute path`, mend: `Write it like '/data'` })),
    ...paths
      .filter((path) => !path.startsWith('/') || path === '/')
      .map((path) => ({ what: `'${path}' is no path below the host`, mend: `Write it like '/api'` })),
  ];
}

/** What is wrong with one program that runs by the clock. */
export function jobFaults(spec: JobSpec, resources: Resources): Fault[] {
  const parts = /^(\S+\s+){4}\S+$/.test(spec.schedule ?? '');
  const fault = {
    what: `'${spec.schedule}' is no schedule`,
    mend: `Write it as cron does, like '0 3 * * *'`,
  };
  return [
    ...unknownFields(spec, jobFields, ''),
    ...programFaults(spec, resources),
    ...(parts ? [] : [fault]),
  ];
}

function programFaults(spec: ProgramSpec, resources: Resources): Fault[] {
  const { secrets = {} } = spec;
  return [
    ...unknownFields(spec.resources ?? {}, resourceFields, 'resources.'),
    ...Object.entries(secrets).flatMap(([name, secret]) => secretFaults(name, secret)),
    ...envFaults(spec.env),
    ...tracesFaults(spec.traces),
    ...[imageFault(spec.image)].flatMap((fault) => fault ?? []),
    ...sizeFaults(spec.size),
    ...(Array.isArray(spec.internet) ? spec.internet : []).flatMap(portFaults),
    ...resourceFaults(resources),
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
