import { ApiObject, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { HelmSource } from '../argocd/helm-source.js';
import type { Project } from '../argocd/project.js';
import type { Release } from '../argocd/upstream-manifests.js';
import { Mark } from '../values/mark.js';
import type { Cluster } from './cluster.js';

/** A difference that Argo CD leaves alone, in the words of `Application.spec.ignoreDifferences`. */
export interface IgnoredDifference {
  readonly group?: string;
  readonly kind: string;
  readonly name?: string;
  readonly jsonPointers: readonly string[];
}

/** A value that no program can make: a person provides it, once, and renews it. Never its content, only where it goes. */
export interface Input {
  /** Where it goes: a Secret made by hand, as `namespace/name`, or a path in Vault. */
  readonly place: 'Secret' | 'Vault';
  /** `crossplane/gcp-secret`, or `kv/data/grafana/default/grafana-github`. */
  readonly at: string;
  /** The keys, each with what it is. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What makes a folder of `dist/`. */
export interface UnitProps {
  /** The cluster it lands on, and so the first folder of its path. */
  readonly cluster: Cluster;
  /** The namespace it lands in. Its manifests name none, so that the folder can be deployed as a preview elsewhere. */
  readonly namespace: string;
  /** The Argo CD project that limits it. */
  readonly project: Project;
  /** The second folder of its path. @default - the construct's id */
  readonly folder?: string;
  /** Helm charts that Argo CD renders beside the folder. @default - none */
  readonly charts?: readonly HelmSource[];
  /** An upstream release that the folder's kustomization takes in. @default - none */
  readonly release?: Release;
  /** The config management plugin of Argo CD that renders the folder. @default - Argo CD itself */
  readonly plugin?: string;
  /** API groups, or single kinds as `group/Kind`, whose custom resources work on its cluster once it is healthy. @default - none */
  readonly provides?: readonly string[];
  /** Sync options of the Application beside the platform's own. @default - none */
  readonly syncOptions?: readonly string[];
  /** Differences that Argo CD leaves alone. @default - none */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  /**
   * `true` if no Application deploys the folder as it is: an ApplicationSet does, as often as there are previews, by
   * the kustomization that the folder then has. @default false
   */
  readonly isTemplate?: boolean;
  /** `false` keeps it out of `dist/`, and so takes it off its cluster. @default true */
  readonly enabled?: boolean;
}

const units = new Mark<Unit>();

/** One folder of `dist/`, one Argo CD Application, one destination. */
export class Unit extends Chart {
  /** Whether `construct` is a unit. Not `instanceof`: cdk8s makes that true of every Chart. */
  static isUnit(construct: IConstruct): construct is Unit {
    return units.isOn(construct);
  }

  readonly cluster: Cluster;
  readonly destinationNamespace: string;
  readonly project: Project;
  readonly folder: string;
  readonly charts: HelmSource[];
  readonly release?: Release;
  readonly plugin?: string;
  /** Sync options of its Application. */
  readonly syncOptions: Set<string>;
  /** What its cluster knows by it. */
  readonly provides: readonly string[];
  readonly ignoreDifferences: readonly IgnoredDifference[];
  readonly enabled: boolean;
  /** Whether only ApplicationSets deploy it. */
  readonly isTemplate: boolean;
  /** What people provide for it by hand. */
  readonly inputs: Input[] = [];

  constructor(scope: Construct, id: string, props: UnitProps) {
    super(scope, id, { disableResourceNameHashes: true });
    units.put(this);
    this.cluster = props.cluster;
    this.destinationNamespace = props.namespace;
    this.project = props.project;
    this.folder = props.folder ?? id;
    this.charts = [...(props.charts ?? [])];
    this.release = props.release;
    this.plugin = props.plugin;
    this.syncOptions = new Set(props.syncOptions);
    this.provides = props.provides ?? [];
    this.ignoreDifferences = props.ignoreDifferences ?? [];
    this.enabled = props.enabled ?? true;
    this.isTemplate = props.isTemplate ?? false;
  }

  /** `host/cert-manager`: its folder below `dist/`. */
  get path(): string {
    return `${this.cluster.clusterName}/${this.folder}`;
  }

  /** `host-cert-manager`: the name of its Application, which is its path. */
  get applicationName(): string {
    return `${this.cluster.clusterName}-${this.folder}`;
  }

  /** The units that it waits for: those declared on it, or on what it is part of. */
  get waitsFor(): Unit[] {
    const declared = this.node.scopes.flatMap((scope) => scope.node.dependencies);
    return [...new Set(declared.filter(Unit.isUnit))];
  }

  /** Adds a Helm chart that Argo CD renders beside the folder. */
  addChart(source: HelmSource): void {
    this.charts.push(source);
  }

  /** Whether it brings kinds of its own, by a chart or a release. */
  get installs(): boolean {
    return this.charts.length > 0 || this.release !== undefined;
  }

  /** Its objects, in the order in which they were declared. */
  override get apiObjects(): ApiObject[] {
    return this.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  }
}
