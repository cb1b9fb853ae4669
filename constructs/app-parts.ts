import { appFaults } from './app-checks.js';
import type { AppEnvironment } from './app-environment.js';
import { AppJob } from './app-job.js';
import { AppService } from './app-service.js';
import type { AppLayer, AppSpec, ServiceSpec } from './app-spec.js';
import { watchOf } from './app-watch.js';
import { Database } from './database.js';
import { Platform } from './platform.js';
import { PublicRoute, type RouteTarget } from './public-route.js';

/** Makes all that an app consists of in one environment. */
export function buildParts(environment: AppEnvironment, spec: AppSpec & AppLayer): void {
  const { host, registry, databases = {}, services = {}, jobs = {}, slo: _, watch: __, ...own } = spec;
  const { app } = environment;
  const hosts = typeof host === 'string' ? [host] : (host ?? []);
  const all = { [app]: own, ...services };
  for (const { what, mend } of appFaults(app, environment.environment, spec, hosts)) {
    Platform.of(environment).problems.add(environment, what, mend);
  }
  environment.watch = watchOf(spec, spec.probe);
  if (registry) environment.pullBy(registry);
  for (const [name, part] of Object.entries(databases)) {
    environment.databases.set(name, new Database(environment, name, part));
  }
  for (const [name, part] of Object.entries(all))
    environment.services.set(name, new AppService(environment, name, part, lentBy(name, all)));
  for (const [name, part] of Object.entries(jobs))
    environment.jobs.set(name, new AppJob(environment, name, part));
  connect(environment, { ...all, ...jobs });
  expose(environment, hosts, all);
  for (const add of Object.values(spec.extras ?? {})) add(environment);
}

/** The volumes of a service that others mount too. */
const lentBy = (name: string, services: Readonly<Record<string, ServiceSpec>>): string[] =>
  Object.values(services).flatMap(({ volumes = {} }) =>
    Object.entries(volumes).flatMap(([volume, spec]) => ('of' in spec && spec.of === name ? [volume] : [])),
  );

/** Lets programs call the services that they say they call. */
function connect(
  environment: AppEnvironment,
  programs: Readonly<Record<string, { calls?: readonly string[] }>>,
): void {
  for (const [name, { calls = [] }] of Object.entries(programs)) {
    const caller = environment.services.get(name) ?? environment.jobs.get(name);
    for (const called of calls) {
      const target = environment.services.get(called);
      if (target?.service) caller?.connections.allowTo(target);
    }
  }
}

/** Makes the app public: its own service, and beside it those that have paths. */
function expose(
  environment: AppEnvironment,
  hosts: readonly string[],
  specs: Readonly<Record<string, ServiceSpec>>,
): void {
  const own = environment.services.get(environment.app);
  if (hosts.length === 0 || !own?.service) return;
  own.connections.admitIngress();
  const paths: Record<string, RouteTarget> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const target = environment.services.get(name);
    if (!spec.paths || !target?.service) continue;
    target.connections.admitIngress();
    for (const path of spec.paths) paths[path] = target.service;
  }
  new PublicRoute(environment.workload, 'public', {
    name: environment.app,
    hosts,
    service: own.service,
    paths,
    environment: environment.environment,
    records: environment.isPreview ? 'wildcard' : environment.hostPart,
  });
}
