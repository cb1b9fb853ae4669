import { App, type GroupVersionKind } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { GitSource } from './application.js';
import type { Workers } from './capacity.js';
import type { Rule } from './checks/rule.js';
import { rules } from './checks/rules/index.js';
import { Sound } from './checks/sound.js';
import { Claims } from './claims.js';
import { type Cluster, HostCluster, type HostService } from './cluster.js';
import { type Component, Components } from './components.js';
import type { Environment } from './environment.js';
import { oneOf, suggest } from './names.js';
import { Namespace, type PodSecurity } from './namespace.js';
import { PreviewList } from './preview-list.js';
import { Priority } from './priority.js';
import { Problems, SynthError } from './problems.js';
import { anyKind, Project, type ProjectProps } from './project.js';
import { type Rendered, type RenderOptions, render } from './render.js';
import { checksOnly, outputFolder, report, reportClean, reportFailure } from './report.js';
import { othersFiles, shardOf } from './shard.js';
import { sourceOf, sourceOfError } from './source.js';
import { progress } from './terminal.js';
import { Unit } from './unit.js';
import type { StorageClasses } from './volume-claim.js';
import { writeFolder } from './writer.js';
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

/** What takes in the traces, logs and metrics that programs send by themselves, by OTLP. */
export interface TelemetryGateway {
  /** Its Service on the host. Virtual clusters have it under the same name and namespace. */
  readonly service: string;
  readonly namespace: string;
  /** The labels of its pods. */
  readonly podLabels: Record<string, string>;
  /** The ports on which it and its pods listen, by protocol. */
  readonly ports: { readonly grpc: number; readonly http: number };
}

/** What is true of the platform as a whole. */
export interface PlatformProps {
  /** Where Argo CD finds this repository. */
  readonly git: GitSource;
  /** The cluster that each environment lives on. */
  readonly environments: Readonly<Record<Environment, string>>;
  /** The DNS zones in which public hosts may lie. */
  readonly zones: readonly Zone[];
  /**
   * A private mirror, without a scheme and a slash at its end, from which charts, releases and images are taken
   * instead of the internet: `mirror.example.org`. @default - the internet
   */
  readonly mirror?: string;
  /** The machines that pods run on: what does not fit on them is told. @default - not known, and nothing is told */
  readonly workers?: Workers;
  /** What has to hold for everything that is deployed. @default - all rules of `checks/rules/` */
  readonly rules?: readonly Rule[];
  /** The public IPv4 address to which records lead. */
  readonly entryAddress: string;
  /** What serves Ingresses. */
  readonly ingress: IngressController;
  /** What takes in telemetry. */
  readonly telemetry: TelemetryGateway;
  /** What knows how apps do, by which a release is judged: Prometheus. */
  readonly metrics: HostService;
  /** The storage class for each kind of volume. */
  readonly storage: StorageClasses;
  /** What the hosts of previews lie below. @default - there are no previews */
  readonly previewDomain?: string;
  /** Where Vault is, seen from the host. */
  readonly vaultAddress: string;
  /** The folder that is written. @default - the --output of the cdk8s command, or 'dist' */
  readonly outdir?: string;
}

/**
 * The whole platform: the cdk8s App that every cluster, system service and club app is declared on.
 * `synth` writes `dist/`, or prints every problem that it found and writes nothing.
 */
export class Platform extends App {
  /** The platform that `construct` is part of. Throws if it is part of none. */
  static override of(construct: IConstruct): Platform {
    const root = construct.node.root;
    if (root instanceof Platform) return root;
    throw new Error(`${construct.node.path} is not part of a Platform`);
  }

  /** What has to hold for everything that is deployed. */
  readonly rules: readonly Rule[];
  /** Everything wrong that was found so far. */
  readonly problems = new Problems();
  /** What files declare. */
  readonly components = new Components(this);
  /** The cluster that carries the system services. */
  readonly host = new HostCluster();
  /** The public hosts, each claimed by the route that serves it. */
  readonly hosts = new Claims(this.problems, 'host');
  /** The apps that are previewed. */
  readonly previews: PreviewList;
  /** Further files of `dist/`, by path: what is neither a unit nor Argo CD's. */
  readonly extraFiles = new Map<string, string>();
  /** The project of the system services. */
  readonly systemServices: Project;
  /** The project of what club apps need on the host. */
  readonly hostParts: Project;

  private readonly clusters = new Map<string, Cluster>([['host', this.host]]);
  private readonly namespaces = new Map<string, Unit>();
  private readonly projects = new Construct(this, '.projects');
  private readonly providers = new Map<string, Unit>();
  private readonly needs: { unit: Unit; group: string; kind: string }[] = [];
  private readonly last: (() => void)[] = [];

  constructor(readonly props: PlatformProps) {
    super({ outdir: props.outdir ?? outputFolder() });
    this.rules = props.rules ?? rules;
    this.previews = new PreviewList(this, props.previewDomain ?? '');
    this.systemServices = this.project('platform', { description: 'System services', clusterKinds: anyKind });
    this.hostParts = this.project('host-parts', {
      description: 'What club apps need on the host cluster',
      clusterKinds: [{ group: 'dns.gcp.upbound.io', kind: 'RecordSet' }],
      namespacedKinds: [
        { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
        { group: 'redhatcop.redhat.io', kind: 'GitHubSecretEngineRole' },
        { group: 'redhatcop.redhat.io', kind: 'KubernetesAuthEngineRole' },
        { group: 'redhatcop.redhat.io', kind: 'Policy' },
        { group: 'redhatcop.redhat.io', kind: 'RandomSecret' },
        { group: 'redhatcop.redhat.io', kind: 'VaultSecret' },
        { group: 'secrets-store.csi.x-k8s.io', kind: 'SecretProviderClass' },
      ],
      destinations: [{ name: 'in-cluster', namespace: 'vault' }], // policies and roles of Vault
    });
  }

  /** Where Argo CD finds this repository. */
  get git(): GitSource {
    return this.props.git;
  }

  /** Builds services and apps. An error thrown by one is recorded under its name; the others are still built. */
  add(...components: Component[]): this {
    this.components.add(components);
    return this;
  }

  /** Builds everything that files export, in the order given: `load(import('./apps/httpbin.js'))`. */
  async load(...files: Promise<Readonly<Record<string, Component>>>[]): Promise<void> {
    await this.components.load(files);
  }

  /** Has `build` called, once, when everything else is declared: for what follows from all of it. */
  whenDeclared(build: () => void): void {
    this.last.push(build);
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
      const near = suggest(String(name), this.clusters.keys());
      this.problems.add(
        at,
        `environment '${environment}' lives on cluster '${name}', which does not exist`,
        `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(this.clusters.keys())} in the platform's environments, ` +
          'or add the virtual cluster before its apps in main.ts',
      );
    }
    return new HostCluster(String(name));
  }

  /**
   * Has an environment's namespace and priority made on a cluster before `user` lands there. The club's project
   * cannot: Argo CD would ask it for permission to make a cluster-scoped kind.
   */
  addNamespace(
    cluster: Cluster,
    name: string,
    environment: Environment,
    level: PodSecurity,
    user: IConstruct,
  ): void {
    new Namespace(this.addPriority(cluster, environment, user), name, level);
  }

  /** Has an environment's priority made on a cluster before `user` lands there. Gives the unit that it is in. */
  addPriority(cluster: Cluster, environment: Environment, user: IConstruct): Unit {
    let unit = this.namespaces.get(cluster.clusterName);
    if (!unit) {
      unit = new Unit(this, `${cluster.clusterName}-namespaces`, {
        cluster,
        folder: 'namespaces',
        namespace: 'default',
        project: this.systemServices,
      });
      if (cluster instanceof Construct) unit.node.addDependency(cluster);
      this.namespaces.set(cluster.clusterName, unit);
    }
    if (!unit.node.tryFindChild(`priority ${environment}`)) new Priority(unit, environment);
    user.node.addDependency(unit);
    return unit;
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

  /** All units that are switched on, in the order of their paths. */
  get units(): Unit[] {
    const units = this.node.findAll().filter(Unit.isUnit);
    return units.filter(({ enabled }) => enabled).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** An id that is free: `id`, or, after reporting that it is taken, one derived from it. */
  claimId(id: string): string {
    const taken = this.node.tryFindChild(id);
    if (!taken) return id;
    const what = `'${id}' is declared twice, first in ${sourceOf(taken) ?? taken.node.path}`;
    this.problems.record({ source: sourceOfError(new Error()), path: id, what, mend: 'Rename one of them' });
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
  providerOf(group: string, kind: string, cluster: Cluster = this.host): Unit | undefined {
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

  /** All files of `dist/` by path, from the same input always the same bytes. Throws a SynthError with every problem. */
  render(options: RenderOptions = {}): Rendered {
    progress('working out what follows from all files');
    for (const build of this.last.splice(0)) build();
    this.components.resolve();
    for (const { unit, group, kind } of this.needs.splice(0)) {
      const provider = this.providerOf(group, kind, unit.cluster);
      if (provider && provider !== unit) unit.node.addDependency(provider);
    }
    const rendered = render(this, options);
    const problems = this.problems.list();
    if (problems.length > 0) throw new SynthError(problems);
    return rendered;
  }

  /** Writes `dist/` and tells what it wrote; or prints every problem, writes nothing and makes the process exit with 1. */
  override synth(): void {
    try {
      const shard = shardOf(this, process.env['PLATFORM_ONLY']);
      const sound = this.props.rules ? undefined : Sound.ofTheseRules();
      const rendered = this.render({ shard, sound });
      if (checksOnly()) reportClean(rendered);
      else {
        progress(`writing ${rendered.files.size} files`);
        const change = writeFolder(this.outdir, rendered.files, othersFiles(rendered, shard));
        report(this, rendered, change, shard);
      }
    } catch (error) {
      reportFailure(error);
    }
  }
}
