import { App, type AppProps } from '../app/app.js';
import type { HelmSource } from '../argocd/helm-source.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { type WatchSpec, watchFaults, watchOf } from '../environment/watch.js';
import { Isolation } from '../network/isolation.js';
import { PublicRoute } from '../network/public-route.js';
import type { Platform } from '../platform/platform.js';
import { shapeFaults } from '../problems/shape.js';
import { type Fault, fault } from '../refusals/fault.js';
import type { Layer } from '../values/layers.js';
import { suggest } from '../values/names.js';
import { plainDataFaults } from '../values/plain-data.js';
import { portFaults } from '../values/port.js';
import { hostFault, type Zone } from '../values/zone.js';

/** A Service of a chart that is public. */
export interface ChartRoute {
  /** The Service's name, as the chart makes it. */
  readonly service: string;
  /** Its port. */
  readonly port: number;
  /** The port of its pods. @default - `port` */
  readonly podPort?: number;
}

/** An app that others publish as Helm charts. */
export interface ChartAppSpec extends WatchSpec {
  /** The charts by release name, each with the values that differ from its own. */
  readonly charts: Readonly<Record<string, Omit<HelmSource, 'releaseName'>>>;
  /** What is public, by a name of your choice, under which each environment says its host. @default - nothing */
  readonly routes?: Readonly<Record<string, ChartRoute>>;
  /** Whether its pods may call HTTPS services on the internet. @default false */
  readonly internet?: boolean;
}

/** What an environment says on top, and the hosts of its routes. */
export type ChartAppLayer = Layer<ChartAppSpec> & {
  /** The host of each route, by the route's name. @default - none */
  readonly hosts?: Readonly<Record<string, string>>;
};

/** An app of Helm charts. */
export type ChartAppProps = AppProps<ChartAppSpec, ChartAppLayer>;

/**
 * An app of Helm charts that Argo CD renders into the environment's cluster. Its pods reach each other and their DNS;
 * what is public is made so by the platform, not by the charts.
 */
export class ChartApp extends App<ChartAppSpec, ChartAppLayer> {
  constructor(platform: Platform, id: string, props: ChartAppProps) {
    super(platform, id, props, {
      shape: 'ChartApp',
      base: ({ base }: ChartAppProps) => base,
      faults: (spec) => chartFaults(spec, platform.props.zones),
      build,
    });
  }
}

function chartFaults(spec: ChartAppSpec & ChartAppLayer, zones: readonly Zone[]): Fault[] {
  const { hosts = {}, routes = {}, ...own } = spec;
  const incomplete = shapeFaults('ChartAppSpec', { ...own, routes });
  if (incomplete.length > 0) return incomplete;
  return [
    ...Object.entries(spec.charts).flatMap(([name, { values }]) =>
      plainDataFaults(values ?? {}, ['charts', name, 'values']),
    ),
    ...watchFaults(spec, Object.keys(hosts).length > 0),
    ...Object.entries(routes).flatMap(([name, { port, podPort }]) => [
      ...portFaults(port, ['routes', name, 'port']),
      ...portFaults(podPort, ['routes', name, 'podPort']),
    ]),
    ...Object.entries(hosts).flatMap(([name, host]) => [
      hostFault(host, zones, ['hosts', name]) ?? [],
      Object.hasOwn(routes, name)
        ? []
        : fault(
            'route-unknown',
            { name },
            { field: ['hosts', name], near: suggest(name, Object.keys(routes)) },
          ),
    ]),
  ].flat();
}

function build(environment: AppEnvironment, spec: ChartAppSpec & ChartAppLayer): void {
  const { cluster, namespace, hostPart, workload } = environment;
  for (const [releaseName, source] of Object.entries(spec.charts))
    workload.addChart({ ...source, releaseName });
  const isolation = new Isolation(hostPart, 'isolation', {
    name: namespace,
    cluster,
    namespace,
    podLabels: {},
  });
  isolation.allowWithin();
  if (spec.internet) isolation.allowInternet([443]);

  const { routes = {}, hosts = {} } = spec;
  environment.watch = watchOf(spec);
  for (const [name, host] of Object.entries(hosts)) {
    const route = routes[name];
    if (!route) continue;
    isolation.admitIngressController(route.podPort ?? route.port);
    new PublicRoute(workload, `public-${name}`, {
      name: `${environment.app}-${name}`,
      hosts: [host],
      service: { name: route.service, port: route.port },
      environment: environment.environment,
      records: hostPart,
    });
  }
}
