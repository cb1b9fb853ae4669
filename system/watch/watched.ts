import type { IConstruct } from 'constructs';
import {
  type AppEnvironment,
  defaultWatch,
  isApp,
  type Platform,
  PublicPort,
  PublicRoute,
  SystemService,
  type Watch,
} from '#constructs';

/** The club that answers for the platform itself, as its apps call it. */
export const platformClub = 'Cédille';

/** By what alerts and graphs know whose something is. */
export interface Whose {
  readonly club: string;
  readonly app: string;
  /** `platform` for a system service. */
  readonly environment: string;
}

/** Something that is watched: an app in one environment, or a system service that is public. */
export interface Watched {
  readonly whose: Whose;
  /** What its alerts go by. */
  readonly watch: Watch;
  /** The namespace of its pods on the host. */
  readonly namespace: string;
  /** Its namespace inside the virtual cluster; undefined on the host. */
  readonly inside?: string;
  /** What makes it public. */
  readonly routes: readonly PublicRoute[];
  /** What else is public, on a port of its own: `host:port`. */
  readonly ports: readonly string[];
  /** What the host calls the Services behind its hosts. */
  readonly services: readonly string[];
  /** The name of its Application. */
  readonly application: string;
}

/** All that is watched, in the order of declaration: apps with or without a host, and system services with one. */
export function watchedOn(platform: Platform): Watched[] {
  return platform.node.children.flatMap((construct) => {
    if (isApp(construct)) {
      return construct.environments.map((environment) => ofApp(environment, construct.owner.club));
    }
    return SystemService.isSystemService(construct) ? ofService(construct) : [];
  });
}

const routesOf = (construct: { readonly node: { findAll(): IConstruct[] } }): PublicRoute[] =>
  construct.node
    .findAll()
    .filter(PublicRoute.isPublicRoute)
    .filter(({ hosts }) => hosts.length > 0);

function ofApp(
  { app, environment, namespace, cluster, workload, watch }: AppEnvironment,
  club: string,
): Watched {
  const routes = routesOf(workload);
  return {
    whose: { club, app, environment },
    watch,
    namespace: cluster.hostNamespace(namespace),
    inside: cluster.hostPodLabels(namespace)['vcluster.loft.sh/namespace'],
    routes,
    ports: [],
    services: servicesOf(routes).map((service) => cluster.hostName(service, namespace)),
    application: workload.applicationName,
  };
}

function ofService(service: SystemService): Watched[] {
  const routes = routesOf(service);
  const ports = service.node.children.flatMap((each) =>
    PublicPort.isPublicPort(each) ? (each.address ?? []) : [],
  );
  if (routes.length + ports.length === 0) return [];
  return [
    {
      whose: { club: platformClub, app: service.folder, environment: 'platform' },
      watch: defaultWatch,
      namespace: service.destinationNamespace,
      routes,
      ports,
      services: servicesOf(routes),
      application: service.applicationName,
    },
  ];
}

const servicesOf = (routes: readonly PublicRoute[]): string[] => [
  ...new Set(routes.flatMap(({ services }) => services)),
];
