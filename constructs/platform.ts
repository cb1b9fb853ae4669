import { App } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { GitSource } from './application.js';
import { type Cluster, HostCluster } from './cluster.js';
import type { Environment } from './environment.js';
import { oneOf, suggest } from './names.js';
import { Namespace, type PodSecurity } from './namespace.js';
import { Problems, SynthError } from './problems.js';
import { anyKind, Project, type ProjectProps } from './project.js';
import { type Rendered, render } from './render.js';
import { outputFolder, report, reportFailure } from './report.js';
import { sourceOf, sourceOfError } from './source.js';
import { Unit } from './unit.js';
import type { StorageClasses } from './volume-claim.js';
import { type Change, writeFolder } from './writer.js';
import type { Zone } from './zone.js';

/** What serves Ingresses. */
export interface IngressController {
  /** The ingress class it serves. */
  readonly className: string;
  /** The namespace of its proxies on the host. */
  readonly namespace: string;
  /** The labels of its proxies' pods. */
  readonly podLabels: Record<string, string>;
}

/** What is true of the platform as a whole. */
export interface PlatformProps {
  /** Where Argo CD finds this repository. */
  readonly git: GitSource;
  /** The cluster that each environment lives on. */
  readonly environments: Readonly<Record<Environment, string>>;
  /** The DNS zones in which public hosts may lie. */
  readonly zones: readonly Zone[];
  /** The public IPv4 address to which records lead. */
  readonly entryAddress: string;
  /** What serves Ingresses. */
  readonly ingress: IngressController;
  /** The storage class for each kind of volume. */
  readonly storage: StorageClasses;
  /** The folder that is written. @default - the --output of the cdk8s command, or 'dist' */
  readonly outdir?: string;
}

/** A file's declaration: a function that makes one service or app on the platform. */
export type Component = (platform: Platform) => IConstruct;

/**
 * The whole platform: the cdk8s App that every cluster, system service and club app is declared on.
 * `synth` writes `dist/`, or prints every problem that it found and writes nothing.
 */
export class Platform extends App {
  /** The platform that `construct` is part of. */
  static override of(construct: IConstruct): Platform {
    const root = construct.node.root;
    if (root instanceof Platform) return root;
    throw new Error(`${construct.node.path} is not part of a Platform`);
  }

  /** Everything wrong that was found so far. */
  readonly problems = new Problems();
  /** The cluster that carries the system services. */
  readonly host = new HostCluster();
  /** The project of the system services. */
  readonly systemServices: Project;
  /** The project of what club apps need on the host. */
  readonly hostParts: Project;

  readonly git: GitSource;
  readonly zones: readonly Zone[];
  readonly entryAddress: string;
  readonly ingress: IngressController;
  readonly storage: StorageClasses;
  private readonly environments: Readonly<Record<Environment, string>>;

  private readonly clusters = new Map<string, Cluster>([['host', this.host]]);
  private readonly namespaces = new Map<Cluster, Unit>();
  private readonly hosts = new Map<string, IConstruct>();
  private readonly projects = new Construct(this, '.projects');
  private readonly built = new Map<Component, IConstruct>();
  private incomplete = false;
  private readonly wanted: { by: IConstruct; component: Component }[] = [];
  private readonly providers = new Map<string, Unit>();
  private readonly needs: { unit: Unit; group: string }[] = [];

  constructor(props: PlatformProps) {
    super({ outdir: props.outdir ?? outputFolder() });
    this.git = props.git;
    this.environments = props.environments;
    this.zones = props.zones;
    this.entryAddress = props.entryAddress;
    this.ingress = props.ingress;
    this.storage = props.storage;
    this.systemServices = this.project('platform', { description: 'System services', clusterKinds: anyKind });
    this.hostParts = this.project('host-parts', {
      description: 'What club apps need on the host cluster',
      clusterKinds: [{ group: 'dns.gcp.upbound.io', kind: 'RecordSet' }],
      namespacedKinds: [{ group: 'networking.k8s.io', kind: 'NetworkPolicy' }],
    });
  }

  /** Builds services and apps. An error thrown by one is recorded under its name; the others are still built. */
  add(...components: Component[]): this {
    for (const component of components) {
      try {
        this.built.set(component, component(this));
      } catch (error) {
        this.fail(component.name || 'an unnamed component', error);
      }
    }
    return this;
  }

  /**
   * Builds everything that files export. A file that cannot even be loaded is recorded, and the others are still
   * built. In the order given, whichever is loaded first.
   */
  async load(...files: Promise<Readonly<Record<string, Component>>>[]): Promise<this> {
    for (const file of await Promise.allSettled(files)) {
      if (file.status === 'fulfilled') this.add(...Object.values(file.value));
      else this.fail('a file of main.ts', file.reason);
    }
    return this;
  }

  /** Whether something could not be built: then what others miss of it is no problem of theirs. */
  get isIncomplete(): boolean {
    return this.incomplete;
  }

  /** Makes `construct` wait for whatever `component` builds, now or later. */
  dependOn(construct: IConstruct, component: Component): void {
    this.wanted.push({ by: construct, component });
  }

  /** Registers a cluster that environments can live on. */
  addCluster(cluster: Cluster): void {
    this.clusters.set(cluster.clusterName, cluster);
  }

  /** All clusters, the host first. */
  get clusterNames(): string[] {
    return [...this.clusters.keys()];
  }

  /** The cluster that an environment lives on; reports one that does not exist and goes on with a stand-in. */
  clusterOf(environment: Environment, at: IConstruct): Cluster {
    const name = this.environments[environment];
    const cluster = this.clusters.get(name);
    if (cluster) return cluster;
    const stand = new HostCluster(String(name));
    if (this.isIncomplete) return stand;
    const near = suggest(String(name), this.clusters.keys());
    this.problems.add(
      at,
      `environment '${environment}' lives on cluster '${name}', which does not exist`,
      `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(this.clusters.keys())} in the platform's environments, ` +
        'or add the virtual cluster before its apps in main.ts',
    );
    return stand;
  }

  /** The Argo CD project `name`, made on first use. */
  project(name: string, props: ProjectProps): Project {
    const known = this.projects.node.tryFindChild(name);
    return known instanceof Project ? known : new Project(this.projects, name, props);
  }

  /** All Argo CD projects. */
  get allProjects(): Project[] {
    return this.projects.node.children.filter((child): child is Project => child instanceof Project);
  }

  /**
   * Has a namespace made on a cluster before `user` lands in it. The club's project cannot: Argo CD would
   * ask it for permission to make a cluster-scoped kind.
   */
  addNamespace(cluster: Cluster, name: string, level: PodSecurity, user: Unit): void {
    let unit = this.namespaces.get(cluster);
    if (!unit) {
      unit = new Unit(this, `${cluster.clusterName}-namespaces`, {
        cluster,
        folder: 'namespaces',
        namespace: 'default',
        project: this.systemServices,
      });
      if (cluster instanceof Construct) unit.node.addDependency(cluster);
      this.namespaces.set(cluster, unit);
    }
    new Namespace(unit, name, level);
    user.node.addDependency(unit);
  }

  /** An id that is free: `id`, or, after reporting that it is taken, one derived from it. */
  claimId(id: string): string {
    const taken = this.node.tryFindChild(id);
    if (!taken) return id;
    const source = sourceOfError(new Error());
    const where = sourceOf(taken) ?? taken.node.path;
    this.problems.record({
      source,
      path: id,
      what: `'${id}' is declared twice, first in ${where}`,
      mend: 'Rename one of them',
    });
    let free = 2;
    while (this.node.tryFindChild(`${id}~${free}`)) free++;
    return `${id}~${free}`;
  }

  /** Claims a public host; reports one that is taken and returns false. */
  claimHost(host: string, by: IConstruct): boolean {
    const holder = this.hosts.get(host);
    if (!holder) this.hosts.set(host, by);
    else {
      const where = [sourceOf(holder), holder.node.path].filter(Boolean).join(' ');
      this.problems.add(
        by,
        `host '${host}' is already taken by ${where}`,
        'Choose another host for one of them',
      );
    }
    return !holder;
  }

  /** The public hosts, in order. */
  get publicHosts(): string[] {
    return [...this.hosts.keys()].sort();
  }

  /** Says that custom resources of these API groups work once `unit` is healthy. */
  provide(unit: Unit, groups: readonly string[]): void {
    for (const group of groups) this.providers.set(group, unit);
  }

  /** The unit after which custom resources of `group` work. */
  providerOf(group: string): Unit | undefined {
    return this.providers.get(group);
  }

  /** Makes `unit` wait for whatever provides the API group of `apiVersion`. For what constructs write by themselves. */
  need(unit: Unit, apiVersion: string): void {
    this.needs.push({ unit, group: apiVersion.split('/')[0] ?? '' });
  }

  /** All files of `dist/` by path, from the same input always the same bytes. Throws a SynthError with every problem. */
  render(): Rendered {
    this.resolveDependencies();
    const rendered = render(this);
    const problems = this.problems.list();
    if (problems.length > 0) throw new SynthError(problems);
    return rendered;
  }

  /** Writes `dist/` and tells what it wrote; or prints every problem, writes nothing and makes the process exit with 1. */
  override synth(): void {
    try {
      const rendered = this.render();
      const changes: Change = writeFolder(this.outdir, rendered.files);
      report(this, rendered, changes);
    } catch (error) {
      reportFailure(error);
    }
  }

  private fail(path: string, error: unknown): void {
    this.incomplete = true;
    const cause = error instanceof Error ? error : new Error(String(error));
    const what = `it throws "${cause.message}"`;
    this.problems.record({
      source: sourceOfError(cause),
      path,
      what,
      mend: 'Mend the line named, or the value it was given',
    });
  }

  private resolveDependencies(): void {
    for (const { by, component } of this.wanted.splice(0)) {
      const target = this.built.get(component);
      if (target) by.node.addDependency(target);
      else
        this.problems.add(
          by,
          `it depends on '${component.name}', which is not on the platform`,
          `Add ${component.name} to main.ts`,
        );
    }
    for (const { unit, group } of this.needs.splice(0)) {
      const provider = this.providers.get(group);
      if (provider && provider !== unit) unit.node.addDependency(provider);
    }
  }
}
