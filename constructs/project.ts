import { Construct } from 'constructs';
import type { AppProjectSpec } from '../imports/appproject-argoproj.io.js';
import type { GitSource } from './application.js';
import { mirrored } from './mirror.js';
import type { Unit } from './unit.js';

/** A group and kind; `*` stands for any. */
export interface KindPattern {
  readonly group: string;
  readonly kind: string;
}

/** Any group, any kind. */
export const anyKind: readonly KindPattern[] = [{ group: '*', kind: '*' }];

/** What makes, or lets through, what others deploy: only the platform itself holds these. */
export const argoKinds: readonly KindPattern[] = ['AppProject', 'Application', 'ApplicationSet'].map(
  (kind) => ({ group: 'argoproj.io', kind }),
);

/** A namespace of a cluster, both by name; a `*` stands for any characters. */
export interface Destination {
  readonly name: string;
  readonly namespace: string;
}

/** What a fence lets through. */
export interface ProjectProps {
  /** What it is for, as Argo CD shows it. */
  readonly description: string;
  /** Cluster-scoped kinds that its units may hold. @default - none */
  readonly clusterKinds?: readonly KindPattern[];
  /** Namespaced kinds that its units may hold. @default - any */
  readonly namespacedKinds?: readonly KindPattern[];
  /** Namespaced kinds that they may not hold although all are allowed. @default - none */
  readonly namespacedKindsDenied?: readonly KindPattern[];
  /** Chart repositories that something other than its units uses. @default - none */
  readonly repositories?: readonly string[];
  /** Destinations of something other than its units. @default - none */
  readonly destinations?: readonly Destination[];
  /** A GitHub team whose members may see its Applications and logs and sync them, as `organisation:team`. @default - none */
  readonly team?: string;
}

/**
 * An Argo CD AppProject: the fence around a set of units. It allows this repository, the chart repositories
 * its units use and the namespaces they land in, and nothing else; all three follow from the units.
 */
export class Project extends Construct {
  private readonly units: Unit[] = [];
  private readonly reached: Destination[] = [];

  constructor(
    scope: Construct,
    id: string,
    readonly props: ProjectProps,
  ) {
    super(scope, id);
  }

  /** The AppProject's name. */
  get projectName(): string {
    return this.node.id;
  }

  /** Whether any unit is inside. */
  get isUsed(): boolean {
    return this.units.length + this.reached.length + (this.props.destinations ?? []).length > 0;
  }

  /** Lets `unit` in: its cluster, namespace and chart repositories. */
  admit(unit: Unit): void {
    this.units.push(unit);
  }

  /** Lets its units write to a namespace that none of them lands in. */
  reach(destination: Destination): void {
    this.reached.push(destination);
  }

  /** The AppProject's spec. */
  spec({ git, mirror }: { readonly git: GitSource; readonly mirror?: string }): AppProjectSpec {
    const { team, clusterKinds, namespacedKinds } = this.props;
    const destinations = new Map(
      [
        ...this.units.map((unit) => ({
          name: unit.cluster.destination,
          namespace: unit.destinationNamespace,
        })),
        ...(this.props.destinations ?? []),
        ...this.reached,
      ].map((destination) => [`${destination.name}/${destination.namespace}`, destination] as const),
    );
    const charts = [
      ...this.units.flatMap((unit) => unit.charts.map(({ chart }) => chart.repository)),
      ...(this.props.repositories ?? []),
    ].map((address) => mirrored(address, mirror));
    return {
      description: this.props.description,
      sourceRepos: [git.repository, ...[...new Set(charts)].sort()],
      destinations: [...destinations.keys()].sort().flatMap((key) => destinations.get(key) ?? []),
      clusterResourceWhitelist: [...(clusterKinds ?? [])],
      namespaceResourceWhitelist: [...(namespacedKinds ?? anyKind)],
      namespaceResourceBlacklist: this.props.namespacedKindsDenied?.map((kind) => ({ ...kind })),
      roles: team ? [this.members(team)] : undefined,
    };
  }

  private members(team: string) {
    const may = (what: string) =>
      `p, proj:${this.projectName}:members, ${what}, ${this.projectName}/*, allow`;
    return {
      name: 'members',
      description: `The GitHub team ${team}`,
      groups: [team],
      policies: ['applications, get', 'applications, sync', 'logs, get'].map(may),
    };
  }
}
