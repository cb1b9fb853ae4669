import { Construct, type IConstruct } from 'constructs';
import { Mark } from '../values/mark.js';

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

/** What a project allows. */
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

const projects = new Mark<Project>();

/**
 * An Argo CD AppProject: the limits of a set of units. It allows this repository, the chart repositories
 * its units use and the namespaces they land in, and nothing else; all three follow from the units when it is written.
 */
export class Project extends Construct {
  /** Whether `construct` is one. */
  static isProject(construct: IConstruct): construct is Project {
    return projects.isOn(construct);
  }

  /** Namespaces that its units may write to although none of them lands there. */
  readonly reached: Destination[];

  constructor(
    scope: Construct,
    id: string,
    readonly props: ProjectProps,
  ) {
    super(scope, id);
    projects.put(this);
    this.reached = [...(props.destinations ?? [])];
  }

  /** The AppProject's name. */
  get projectName(): string {
    return this.node.id;
  }

  /** Lets its units write to a namespace that none of them lands in. */
  reach(destination: Destination): void {
    this.reached.push(destination);
  }
}
