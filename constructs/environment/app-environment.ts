import { Construct, type IConstruct } from 'constructs';
import type { Project } from '../argocd/project.js';
import type { Connectable } from '../network/connections.js';
import { Isolation } from '../network/isolation.js';
import { type Cluster, forPreviews } from '../platform/cluster.js';
import { Platform } from '../platform/platform.js';
import { Unit } from '../platform/unit.js';
import { type Fault, fault } from '../refusals/fault.js';
import { addNamespace, addPriority } from '../service/cluster-namespaces.js';
import type { PodSecurity } from '../service/namespace.js';
import type { Environment } from '../values/environments.js';
import { ownLabels } from '../values/labels.js';
import { maxLabel } from '../values/names.js';
import { defaultWatch, type Watch } from './watch.js';

/** One environment of an app. */
export interface AppEnvironmentProps {
  /** The app's name. */
  readonly app: string;
  /** The club's project. */
  readonly project: Project;
  /** What its pods may do at most. @default 'restricted' */
  readonly podSecurity?: PodSecurity;
  /** `true` makes it a template for previews of pull requests. @default false */
  readonly isPreview?: boolean;
}

/** A part of an app in an environment: a program or a database. */
export interface AppPart extends IConstruct, Connectable {}

/** What is wrong with the length of an app's name in an environment on a virtual cluster; undefined if nothing is. */
export function lengthFault(app: string, environment: string, cluster: string): Fault | undefined {
  const translated = `${app}-x-${app}-${environment}-x-${cluster}`;
  const excess = Math.ceil((translated.length - maxLabel) / 2);
  if (excess <= 0) return undefined;
  const { length } = translated;
  return fault('app-name-length', { name: app, translated, length, most: maxLabel, excess });
}

/** An app in one environment: its workload there, and its host part on the host cluster. */
export class AppEnvironment extends Construct {
  /** The app's name. */
  readonly app: string;
  /** The cluster that the environment lives on. */
  readonly cluster: Cluster;
  /** Its namespace there: `<app>-<environment>`; that of a preview stands for all of them. */
  readonly namespace: string;
  /** What the club's project may touch: `dist/<cluster>/<app>/`. */
  readonly workload: Unit;
  /** What it needs beside that on the host: `dist/host/<app>-<environment>/`. */
  readonly hostPart: Unit;
  /** Its programs by name; the app's own has the app's name. */
  readonly services = new Map<string, AppPart>();
  /** Its scheduled programs by name. */
  readonly jobs = new Map<string, AppPart>();
  /** Its databases by name. */
  readonly databases = new Map<string, AppPart>();
  /** Whether it is a template for previews of pull requests. */
  readonly isPreview: boolean;
  /** Labels of its pods, beside those of each program. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** What its alerts go by. */
  watch: Watch = defaultWatch;
  /** The Secret by which its pods fetch images; undefined as long as they are public. */
  pullSecret: string | undefined;

  constructor(
    scope: Construct,
    readonly environment: Environment,
    props: AppEnvironmentProps,
  ) {
    super(scope, props.isPreview ? 'preview' : environment);
    const platform = Platform.of(this);
    const { app, project, podSecurity = 'restricted', isPreview = false } = props;
    this.app = app;
    this.isPreview = isPreview;
    this.podLabels = isPreview ? { [ownLabels.preview]: app } : {};
    this.namespace = isPreview ? `${app}-pr-0` : `${app}-${environment}`;
    const declared = platform.clusterOf(environment, this);
    this.cluster = isPreview ? forPreviews(declared, app) : declared;

    const { cluster, namespace } = this;
    const folder = isPreview ? `${app}-preview` : app;
    this.workload = new Unit(this, 'workload', {
      cluster,
      folder,
      namespace,
      project,
      isTemplate: isPreview,
    });
    this.hostPart = new Unit(this, 'host', {
      cluster: platform.hostCluster,
      folder: isPreview ? folder : namespace,
      namespace: cluster.hostNamespace(namespace),
      project: platform.hostParts,
    });
    this.workload.node.addDependency(this.hostPart);
    // Its host part too: it lands in the namespace of the virtual cluster, which is made before those inside.
    if (isPreview) addPriority(platform, declared, environment, this);
    else addNamespace(platform, { cluster, name: namespace, environment, level: podSecurity }, this);
  }

  /** What an object of one service is called on the host: unique among all apps of the cluster. */
  hostPartName(service: string): string {
    const name = this.isPreview ? `${this.app}-preview` : this.namespace;
    return service === this.app ? name : `${name}-${service}`;
  }

  /** Makes the network policy, on the host, of one service: all its pods, and no others. */
  isolationOf(service: string): Isolation {
    return new Isolation(this.hostPart, `isolation ${service}`, {
      name: this.hostPartName(service),
      cluster: this.cluster,
      namespace: this.namespace,
      podLabels: { 'app.kubernetes.io/name': service },
    });
  }
}
