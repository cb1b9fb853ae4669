import { Construct } from 'constructs';
import type { AppJob } from './app-job.js';
import type { AppService } from './app-service.js';
import { defaultWatch, type Watch } from './app-watch.js';
import type { Cluster } from './cluster.js';
import type { Database } from './database.js';
import type { Environment } from './environment.js';
import type { Fault } from './fault.js';
import { labelFault, maxLabel } from './names.js';
import type { PodSecurity } from './namespace.js';
import { Platform } from './platform.js';
import type { Project } from './project.js';
import { PullSecret } from './pull-secret.js';
import { Unit } from './unit.js';

/** One environment of an app. */
export interface AppEnvironmentProps {
  /** The app's name. */
  readonly app: string;
  /** The club's project. */
  readonly project: Project;
  /** What its pods may do at most. @default 'restricted' */
  readonly podSecurity?: PodSecurity;
}

/** What is wrong with the length of an app's name in an environment on a virtual cluster; undefined if nothing is. */
export function lengthFault(app: string, environment: string, cluster: string): Fault | undefined {
  const translated = `${app}-x-${app}-${environment}-x-${cluster}`;
  const spare = translated.length - maxLabel;
  if (spare <= 0) return undefined;
  const what =
    `the name '${app}' is too long: the virtual cluster calls it '${translated}' on the host, ` +
    `${translated.length} characters, ${maxLabel} are allowed`;
  return { what, mend: `Shorten it by ${Math.ceil(spare / 2)} or more` };
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
  /** What its alerts go by. */
  watch: Watch = defaultWatch;
  /** The Secret by which its pods fetch images; undefined as long as they are public. */
  pullSecret: string | undefined;

  constructor(
    scope: Construct,
    readonly environment: Environment,
    props: AppEnvironmentProps,
  ) {
    super(scope, environment);
    const platform = Platform.of(this);
    const { app, project, podSecurity = 'restricted' } = props;
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
    // Its host part too: it lands in the namespace of the virtual cluster, which is made before those inside.
    platform.addNamespace(cluster, namespace, environment, podSecurity, this);
  }

  /** Has its pods, all that are made from now on, fetch their images with a login that Vault keeps. */
  pullBy(login: string): void {
    this.pullSecret = new PullSecret(this, login).secretName;
  }

  /** What an object of one service is called on the host: unique among all apps of the cluster. */
  hostPartName(service: string): string {
    return service === this.app ? this.namespace : `${this.namespace}-${service}`;
  }

  /** A fault of one service, with its name if it is not the app's own. */
  said(service: string, what: string): string {
    return service === this.app ? what : `${service}: ${what}`;
  }

  private checkNames(platform: Platform): void {
    const { app, environment } = this;
    if (labelFault(app) || this.cluster === platform.host) return;
    const fault = lengthFault(app, environment, this.cluster.clusterName);
    if (fault) platform.problems.add(this, fault.what, fault.mend);
  }
}
