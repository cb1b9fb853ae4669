import { App, type AppProps } from '../app/app.js';
import type { HelmSource } from '../argocd/helm-source.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { type WatchSpec, watchFaults, watchOf } from '../environment/watch.js';
import { Isolation } from '../network/isolation.js';
import { PublicRoute } from '../network/public-route.js';
import { Platform } from '../platform/platform.js';
import type { Layer } from '../values/layers.js';

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

/**
 * An app of Helm charts that Argo CD renders into the environment's cluster. Its pods reach each other and their DNS;
 * what is public is made so by the platform, not by the charts.
 */
export class ChartApp extends App<ChartAppSpec, ChartAppLayer> {
  constructor(platform: Platform, id: string, props: AppProps<ChartAppSpec, ChartAppLayer>) {
    super(platform, id, props, build);
  }
}

function build(environment: AppEnvironment, spec: ChartAppSpec & ChartAppLayer): void {
  const { cluster, namespace, hostPart, workload } = environment;
  const platform = Platform.of(environment);
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
  for (const { what, mend } of watchFaults(spec, Object.keys(hosts).length > 0)) {
    platform.problems.add(environment, what, mend);
  }
  for (const [name, host] of Object.entries(hosts)) {
    const route = routes[name];
    if (!route) {
      platform.problems.add(
        environment,
        `it has a host for '${name}', which is no route`,
        `Add ${name} to routes`,
      );
      continue;
    }
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
