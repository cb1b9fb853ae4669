import { Construct } from 'constructs';
import { specFaults } from './app-checks.js';
import type { AppLayer, AppSpec } from './app-spec.js';
import type { Cluster } from './cluster.js';
import type { Environment } from './environment.js';
import { Isolation } from './isolation.js';
import { labelFault, maxLabel } from './names.js';
import { Platform } from './platform.js';
import { podSizes } from './pod-size.js';
import type { Project } from './project.js';
import { PublicRoute } from './public-route.js';
import { Unit } from './unit.js';
import { WebWorkload } from './web-workload.js';

/** One environment of an app. */
export interface AppEnvironmentProps {
  /** The app's name. */
  readonly app: string;
  /** Which environment. */
  readonly environment: Environment;
  /** The club's project. */
  readonly project: Project;
  /** Base and layer, merged. */
  readonly spec: AppSpec & AppLayer;
}

/** An app in one environment: its workload there, and its host part on the host cluster. */
export class AppEnvironment extends Construct {
  /** The cluster that the environment lives on. */
  readonly cluster: Cluster;
  /** Its namespace there: `<app>-<environment>`. */
  readonly namespace: string;
  /** What the club's project may touch: `dist/<cluster>/<app>/`. */
  readonly workload: Unit;
  /** What it needs beside that on the host: `dist/host/<app>-<environment>/`. */
  readonly hostPart: Unit;
  /** What shuts its pods in. */
  readonly isolation: Isolation;

  constructor(scope: Construct, id: string, props: AppEnvironmentProps) {
    super(scope, id);
    const platform = Platform.of(this);
    const { app, environment, project, spec } = props;
    this.namespace = `${app}-${environment}`;
    this.cluster = platform.clusterOf(environment, this);
    this.checkNames(platform, app);

    const namespace = this.namespace;
    this.workload = new Unit(this, 'workload', { cluster: this.cluster, folder: app, namespace, project });
    this.hostPart = new Unit(this, 'host', {
      cluster: platform.host,
      folder: `${app}-${environment}`,
      namespace: this.cluster.hostNamespace(namespace),
      project: platform.hostParts,
    });
    this.workload.node.addDependency(this.hostPart);
    platform.addNamespace(this.cluster, namespace, 'restricted', this.workload);

    this.isolation = new Isolation(this.hostPart, 'isolation', {
      name: namespace,
      cluster: this.cluster,
      namespace,
    });
    if (spec.internet) this.isolation.allowInternet();
    this.build(platform, props);
    for (const add of Object.values(spec.extras ?? {})) add(this);
  }

  private build(platform: Platform, { app, environment, spec }: AppEnvironmentProps): void {
    const { host, size = 'small', volumes = {} } = spec;
    const hosts = typeof host === 'string' ? [host] : (host ?? []);
    const hasVolume = Object.keys(volumes).length > 0;
    const replicas = spec.replicas ?? (environment === 'prod' && !hasVolume ? 2 : 1);
    const resources = { ...(podSizes[size] ?? podSizes.small), ...spec.resources };
    for (const { what, mend } of specFaults(environment, spec, { replicas, resources, hosts, hasVolume })) {
      platform.problems.add(this, what, mend);
    }

    const workload = new WebWorkload(this.workload, app, { ...spec, replicas, resources });
    if (hosts.length === 0) return;
    this.isolation.admitIngressController(spec.port);
    new PublicRoute(this.workload, 'public', {
      name: app,
      hosts,
      service: workload.service,
      environment,
      records: this.hostPart,
    });
  }

  private checkNames(platform: Platform, app: string): void {
    if (labelFault(app)) return;
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
