import { Construct } from 'constructs';
import { appFaults } from './app-checks.js';
import { AppJob } from './app-job.js';
import { AppService } from './app-service.js';
import type { AppLayer, AppSpec, ServiceSpec } from './app-spec.js';
import type { Cluster } from './cluster.js';
import { Database } from './database.js';
import type { Environment } from './environment.js';
import { labelFault, maxLabel } from './names.js';
import { Platform } from './platform.js';
import type { Project } from './project.js';
import { PublicRoute, type RouteTarget } from './public-route.js';
import { Unit } from './unit.js';

/** One environment of an app. */
export interface AppEnvironmentProps {
  /** The app's name. */
  readonly app: string;
  /** The club's project. */
  readonly project: Project;
  /** Base and layer, merged. */
  readonly spec: AppSpec & AppLayer;
}

/** An app in one environment: its workload there, and its host part on the host cluster. */
export class AppEnvironment extends Construct {
  /** The app's name. */
  readonly app: string;
  /** The cluster that the environment lives on. */
  readonly cluster: Cluster;
  /** Its namespace there: `<app>-<environment>`. */
  readonly namespace: string;
  /** What the club's project may touch: `dist/<cluster>/<app>/`. */
  readonly workload: Unit;
  /** What it needs beside that on the host: `dist/host/<app>-<environment>/`. */
  readonly hostPart: Unit;
  /** Its programs by name; the app's own has the app's name. */
  readonly services = new Map<string, AppService>();
  /** What it runs by the clock, by name. */
  readonly jobs = new Map<string, AppJob>();
  /** Its databases by name. */
  readonly databases = new Map<string, Database>();

  constructor(
    scope: Construct,
    readonly environment: Environment,
    props: AppEnvironmentProps,
  ) {
    super(scope, environment);
    const platform = Platform.of(this);
    const { app, project, spec } = props;
    this.app = app;
    this.namespace = `${app}-${environment}`;
    this.cluster = platform.clusterOf(environment, this);
    this.checkNames(platform);

    const { cluster, namespace } = this;
    this.workload = new Unit(this, 'workload', { cluster, folder: app, namespace, project });
    this.hostPart = new Unit(this, 'host', {
      cluster: platform.host,
      folder: namespace,
      namespace: cluster.hostNamespace(namespace),
      project: platform.hostParts,
    });
    this.workload.node.addDependency(this.hostPart);
    platform.addNamespace(cluster, namespace, 'restricted', this.workload);
    this.build(platform, spec);
    for (const add of Object.values(spec.extras ?? {})) add(this);
  }

  /** What an object of one service is called on the host: unique among all apps of the cluster. */
  hostPartName(service: string): string {
    return service === this.app ? this.namespace : `${this.namespace}-${service}`;
  }

  /** A fault of one service, with its name if it is not the app's own. */
  said(service: string, what: string): string {
    return service === this.app ? what : `${service}: ${what}`;
  }

  private build(platform: Platform, spec: AppSpec & AppLayer): void {
    const { host, databases = {}, services = {}, jobs = {}, ...own } = spec;
    const hosts = typeof host === 'string' ? [host] : (host ?? []);
    const all = { [this.app]: own, ...services };
    for (const { what, mend } of appFaults(this.app, this.environment, spec, hosts)) {
      platform.problems.add(this, what, mend);
    }
    for (const [name, part] of Object.entries(databases))
      this.databases.set(name, new Database(this, name, part));
    for (const [name, part] of Object.entries(all)) this.services.set(name, new AppService(this, name, part));
    for (const [name, part] of Object.entries(jobs)) this.jobs.set(name, new AppJob(this, name, part));
    for (const [name, { calls = [] }] of Object.entries({ ...all, ...jobs })) {
      const caller = this.services.get(name) ?? this.jobs.get(name);
      for (const called of calls) {
        const target = this.services.get(called);
        if (target?.service) caller?.connections.allowTo(target);
      }
    }
    this.expose(hosts, all);
  }

  /** Makes the app public: its own service, and beside it those that have paths. */
  private expose(hosts: readonly string[], all: Readonly<Record<string, ServiceSpec>>): void {
    const own = this.services.get(this.app);
    if (hosts.length === 0 || !own?.service) return;
    own.connections.admitIngress();
    const paths: Record<string, RouteTarget> = {};
    for (const [name, spec] of Object.entries(all)) {
      const target = this.services.get(name);
      if (!spec.paths || !target?.service) continue;
      target.connections.admitIngress();
      for (const path of spec.paths) paths[path] = target.service;
    }
    new PublicRoute(this.workload, 'public', {
      name: this.app,
      hosts,
      service: own.service,
      paths,
      environment: this.environment,
      records: this.hostPart,
    });
  }

  private checkNames(platform: Platform): void {
    const { app } = this;
    if (labelFault(app) || this.cluster === platform.host) return;
    const translated = `${app}-x-${this.namespace}-x-${this.cluster.clusterName}`;
    if (translated.length > maxLabel) {
      const spare = translated.length - maxLabel;
      platform.problems.add(
        this,
        `the name '${app}' is too long: the virtual cluster calls it '${translated}' on the host, ` +
          `${translated.length} characters, ${maxLabel} are allowed`,
        `Shorten it by ${Math.ceil(spare / 2)} or more`,
      );
    }
  }
}
