import { App, type GroupVersionKind } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { GitSource } from '../argocd/argocd.js';
import { Project, type ProjectProps } from '../argocd/project.js';
import { hostParts, systemServices } from '../argocd/shared-projects.js';
import { Claims } from '../problems/claims.js';
import { Problems } from '../problems/problems.js';
import { shapeFaults } from '../problems/shape.js';
import { sourceOf, sourceOfError } from '../problems/source.js';
import { fault } from '../refusals/fault.js';
import type { Environment } from '../values/environments.js';
import { suggest } from '../values/names.js';
import { type Cluster, HostCluster } from './cluster.js';
import { Components } from './components.js';
import type { PlatformProps } from './props.js';
import { Unit } from './unit.js';

/** A file's declaration: a function that makes one service or app on the platform. */
export type Component = (platform: Platform) => IConstruct;

/**
 * The whole platform: the cdk8s App that every cluster, system service and club app is declared on. It knows what was
 * declared; `synth(platform)` of `synth/` writes it.
 */
export class Platform extends App {
  /** The platform that `construct` is part of. Throws if it is part of none. */
  static override of(construct: IConstruct): Platform {
    const root = construct.node.root;
    if (root instanceof Platform) return root;
    throw new Error(`${construct.node.path} is not part of a Platform`);
  }

  /** Everything wrong that was found so far. */
  readonly problems = new Problems();
  /** What files declare. */
  readonly components = new Components<Platform>(this, this.problems);
  /** The cluster that carries the system services. */
  readonly hostCluster = new HostCluster();
  /** The public hosts, each claimed by the route that serves it. */
  readonly publicHosts = new Claims(this.problems, { en: 'host', fr: 'domaine' });
  /** Further files of `dist/`, by path: what is neither a unit nor Argo CD's. */
  readonly files = new Map<string, string>();
  /** The project of the system services. */
  readonly systemServices: Project;
  /** The project of what club apps need on the host. */
  readonly hostParts: Project;

  /** Whether anything can be built with these props. */
  private readonly isUsable: boolean;
  private readonly clusters = new Map<string, Cluster>([['host', this.hostCluster]]);
  private readonly projects = new Construct(this, '.projects');
  private readonly providers = new Map<string, Unit>();
  private readonly needs: { unit: Unit; group: string; kind: string }[] = [];
  private readonly last: { by: IConstruct; build: () => void }[] = [];

  constructor(readonly props: PlatformProps) {
    super();
    const faults = shapeFaults('Platform', props);
    this.problems.add(this, ...faults);
    this.isUsable = faults.length === 0;
    this.systemServices = this.project('platform', systemServices);
    this.hostParts = this.project('host-parts', hostParts(props.vault?.namespace ?? ''));
  }

  /** Where Argo CD finds this repository. */
  get git(): GitSource {
    return this.props.git;
  }

  /** Builds services and apps. An error thrown by one is recorded under its name; the others are still built. */
  add(...components: Component[]): this {
    if (this.isUsable) this.components.add(components);
    return this;
  }

  /** Builds everything that files export, in the order given: `load(import('../apps/httpbin.js'))`. */
  async load(...files: Promise<Readonly<Record<string, Component>>>[]): Promise<void> {
    if (this.isUsable) await this.components.load(files);
  }

  /** Has `build` called for `by`, once, when everything else is declared: for what follows from all of it. */
  whenDeclared(by: IConstruct, build: () => void): void {
    this.last.push({ by, build });
  }

  /** Registers a cluster that environments can live on. */
  addCluster(cluster: Cluster): void {
    this.clusters.set(cluster.clusterName, cluster);
  }

  /** The names of all clusters, the host first. */
  get clusterNames(): string[] {
    return [...this.clusters.keys()];
  }

  /** The cluster that an environment lives on; reports one that does not exist and goes on with a stand-in. */
  clusterOf(environment: Environment, at: IConstruct): Cluster {
    const name = this.props.environments[environment];
    const cluster = this.clusters.get(name);
    if (cluster) return cluster;
    if (!this.components.isIncomplete) {
      const clusters = this.clusterNames;
      this.problems.add(
        at,
        fault(
          'environment-cluster',
          { environment, cluster: name, clusters },
          { near: suggest(name, clusters) },
        ),
      );
    }
    return new HostCluster(String(name));
  }

  /** The Argo CD project `name`, made on first use. */
  project(name: string, props: ProjectProps): Project {
    const known = this.projects.node.tryFindChild(name);
    return known && Project.isProject(known) ? known : new Project(this.projects, name, props);
  }

  /** All Argo CD projects. */
  get allProjects(): Project[] {
    return this.projects.node.children.filter(Project.isProject);
  }

  /** All units that are switched on, in the order of their paths. */
  get units(): Unit[] {
    const units = this.node.findAll().filter(Unit.isUnit);
    return units.filter(({ enabled }) => enabled).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** An id that is free: `id`, or, after reporting that it is taken, one derived from it. */
  claimId(id: string): string {
    const taken = this.node.tryFindChild(id);
    if (!taken) return id;
    const first = sourceOf(taken) ?? taken.node.path;
    this.problems.record({
      ...fault('name-taken', { name: id, first }),
      source: sourceOfError(new Error()),
      path: id,
    });
    let free = 2;
    while (this.node.tryFindChild(`${id}~${free}`)) free++;
    return `${id}~${free}`;
  }

  /**
   * Says that custom resources of these API groups, or of single kinds as `group/Kind`, work on the cluster of `unit`
   * once that is healthy.
   */
  provide(unit: Unit, kinds: readonly string[]): void {
    for (const kind of kinds) this.providers.set(`${unit.cluster.clusterName}:${kind}`, unit);
  }

  /** The unit after which custom resources of this group and kind work on a cluster. */
  providerOf(group: string, kind: string, cluster: Cluster = this.hostCluster): Unit | undefined {
    const provided = (what: string) => this.providers.get(`${cluster.clusterName}:${what}`);
    return provided(`${group}/${kind}`) ?? provided(group);
  }

  /** Makes `unit` wait for whatever provides this kind on its cluster. For what constructs write by themselves. */
  need(unit: Unit, { apiVersion, kind }: GroupVersionKind): void {
    if (unit.enabled) this.needs.push({ unit, group: apiVersion.split('/')[0] ?? '', kind });
  }

  /** The clusters on which something needs this kind, by all that is declared so far. */
  clustersNeeding({ apiVersion, kind }: GroupVersionKind): Cluster[] {
    const group = apiVersion.split('/')[0];
    const needs = this.needs.filter((need) => need.group === group && need.kind === kind);
    return [...new Set(needs.map(({ unit }) => unit.cluster))];
  }

  /** Builds what follows from all that was declared, and makes everything wait for what it needs. */
  complete(): void {
    for (const { by, build } of this.last.splice(0)) this.components.attempt(by.node.path, build);
    this.components.resolve();
    for (const { unit, group, kind } of this.needs.splice(0)) {
      const provider = this.providerOf(group, kind, unit.cluster);
      if (provider && provider !== unit) unit.node.addDependency(provider);
    }
  }

  /** Refuses cdk8s' own, which knows neither units nor their order. */
  override synth(): never {
    throw new Error('a Platform is written by synth(platform) of synth/synth.ts');
  }
}
