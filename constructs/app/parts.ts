import { Database } from '../database/database.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { PullSecret } from '../environment/pull-secret.js';
import { watchOf } from '../environment/watch.js';
import type { Listener } from '../network/listener.js';
import { PublicRoute, type RouteTarget } from '../network/public-route.js';
import { hostsOf } from './faults.js';
import { AppJob } from './job.js';
import { AppService } from './service.js';
import type { AppLayer, AppSpec, ServiceSpec } from './spec.js';

/** Makes all that an app consists of in one environment. */
export function buildParts(environment: AppEnvironment, spec: AppSpec & AppLayer): void {
  const { host: _, registry, databases = {}, services = {}, jobs = {}, slo: __, watch: ___, ...own } = spec;
  const { app } = environment;
  const all = { [app]: own, ...services };
  environment.watch = watchOf(spec, spec.probe);
  if (registry) environment.pullSecret = new PullSecret(environment, registry).secretName;
  for (const [name, part] of Object.entries(databases)) {
    environment.databases.set(name, new Database(environment, name, part));
  }
  for (const [name, part] of Object.entries(all))
    environment.services.set(name, new AppService(environment, name, part, lentBy(name, all)));
  for (const [name, part] of Object.entries(jobs))
    environment.jobs.set(name, new AppJob(environment, name, part));
  connect(environment, { ...all, ...jobs });
  expose(environment, hostsOf(spec), all);
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
      if (target?.connections.listener) caller?.connections.allowTo(target);
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
  const service = own?.connections.listener;
  if (hosts.length === 0 || !own || !service) return;
  own.connections.admitIngress();
  const paths: Record<string, RouteTarget> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const target = environment.services.get(name);
    const listener = target?.connections.listener;
    if (!spec.paths || !listener) continue;
    target.connections.admitIngress();
    for (const path of spec.paths) paths[path] = targetOf(listener);
  }
  new PublicRoute(environment.workload, 'public', {
    name: environment.app,
    hosts,
    service: targetOf(service),
    paths,
    environment: environment.environment,
    records: environment.isPreview ? 'wildcard' : environment.hostPart,
  });
}

const targetOf = ({ name, port }: Listener): RouteTarget => ({ name, port });
