import { Construct } from 'constructs';
import { argoKinds, type Project } from '../argocd/project.js';
import { AppEnvironment, lengthFault } from '../environment/app-environment.js';
import type { Platform } from '../platform/platform.js';
import { type Shape, shapeFaults, withoutUnknown } from '../problems/shape.js';
import { recordSource } from '../problems/source.js';
import { type Fault, fault } from '../refusals/fault.js';
import type { PodSecurity } from '../service/namespace.js';
import { type Environment, environments } from '../values/environments.js';
import { mergeLayer } from '../values/layers.js';
import { Mark } from '../values/mark.js';
import { nameFault } from '../values/names.js';
import { plainDataFaults } from '../values/plain-data.js';
import { byOrigin } from './origin.js';
import { clubProjectName, gitHubParts, type Owner, ownerFaults } from './owner.js';

const apps = new Mark<App<unknown, unknown>>();

/** Whether `construct` is an app, of whichever kind. */
export const isApp = apps.isOn;

/** What every kind of app is declared by: what is the same everywhere, and what each environment says on top. */
export type AppProps<Base, Layered> = {
  /** Who answers for it. */
  readonly owner: Owner;
  /** What holds in every environment. */
  readonly base: Base;
  /** `false` takes it off the clusters; its volumes stay. @default true */
  readonly enabled?: boolean;
  /** What its pods may do at most. @default 'restricted' */
  readonly podSecurity?: PodSecurity;
} & {
  /** What an environment says on top of the base. An environment without a layer does not exist. */
  readonly [E in Environment]?: Layered;
};

/** A kind of app: what may be said of it, what is wrong with it, and what is made of it. */
export interface AppKind<Spec, Layered> {
  /** The shape of its props. */
  readonly shape: Shape;
  /** What holds in every environment: the base, with what the kind knows itself. */
  readonly base: (props: never, platform: Platform) => Spec;
  /** What is wrong with it in one environment, by base and layer together. */
  readonly faults: (
    spec: Spec & Layered,
    at: { app: string; environment: Environment; platform: Platform },
  ) => Fault[];
  /** Makes it in one environment. Only called if nothing is wrong with it there. */
  readonly build: (environment: AppEnvironment, spec: Spec & Layered) => void;
}

/** Stands for an owner who is not named, or wrongly. */
const nobody: Owner = { club: 'nobody', github: '@nobody/nobody', alerts: 'nobody' };

/**
 * What all kinds of app have in common: their environments, and the club's own Argo CD project.
 *
 * A layer lies over the base by three rules: objects merge key by key, lists and scalars replace, `undefined` keeps.
 */
export abstract class App<Spec, Layered> extends Construct {
  /** Who answers for it. */
  readonly owner: Owner;
  /** Whether it is on the clusters. */
  readonly enabled: boolean;
  /** Its environments, in the order of the platform's list; none if it is switched off. */
  readonly environments: readonly AppEnvironment[];

  constructor(platform: Platform, id: string, props: object, kind: AppKind<Spec, Layered>) {
    super(platform, platform.claimId(id));
    recordSource(this);
    const given = props as AppProps<unknown, Layered>;
    const shape = shapeFaultsOf(id, kind.shape, given);
    const known = withoutUnknown(given, shape);
    const isComplete =
      known === given ? shape.length === 0 : shapeFaultsOf(id, kind.shape, known).length === 0;
    this.owner = isComplete ? given.owner : nobody;
    const owner = isComplete ? ownerFaults(this.owner, organisationOf(platform)) : [];
    this.enabled = given.enabled !== false;
    const layers = isComplete && this.enabled ? this.judge(platform, known, kind) : [];
    const faults = [...[nameFault(id) ?? []].flat(), ...shape, ...owner, ...byOrigin(given, layers)];
    platform.problems.add(this, ...faults);
    this.environments = faults.length === 0 ? this.build(platform, layers, kind, given.podSecurity) : [];
    apps.put(this as App<unknown, unknown>); // last: what throws before is no app that others may look at
  }

  /** What it is in each environment, and what is wrong with it there. */
  private judge(platform: Platform, props: AppProps<unknown, Layered>, kind: AppKind<Spec, Layered>) {
    const app = this.node.id;
    const base = kind.base(props as never, platform);
    return environments.flatMap((environment) => {
      const layer = props[environment];
      if (layer === undefined) return [];
      const spec = mergeLayer<unknown>(base, layer as never) as Spec & Layered;
      const cluster = platform.props.environments[environment];
      const isVirtual = cluster !== platform.hostCluster.clusterName;
      const length = isVirtual && !nameFault(app) ? lengthFault(app, environment, cluster) : undefined;
      const faults = kind.faults(spec, { app, environment, platform });
      return [{ environment, spec, faults: length ? [length, ...faults] : faults }];
    });
  }

  private build(
    platform: Platform,
    layers: readonly { readonly environment: Environment; readonly spec: Spec & Layered }[],
    kind: AppKind<Spec, Layered>,
    podSecurity: PodSecurity | undefined,
  ): AppEnvironment[] {
    const project = this.clubProject(platform);
    return layers.map(({ environment: name, spec }) => {
      const environment = new AppEnvironment(this, name, { app: this.node.id, project, podSecurity });
      kind.build(environment, spec);
      return environment;
    });
  }

  private clubProject(platform: Platform): Project {
    const { club, github } = this.owner;
    const { organisation, team } = gitHubParts(github);
    const props = {
      description: `Apps of ${club}`,
      team: team && `${organisation}:${team.toLowerCase()}`,
      namespacedKindsDenied: argoKinds,
    };
    const project = platform.project(clubProjectName(this.owner), props);
    if (project.props.description !== props.description || project.props.team !== props.team)
      platform.problems.add(this, fault('owner-differs', { club, github }, { field: ['owner', 'github'] }));
    return project;
  }
}

/** The organisation on GitHub that the platform's repository is in. */
const organisationOf = ({ git }: Platform): string =>
  /github\.com[/:]([^/]+)\//.exec(git.repository)?.[1] ?? 'organisation';

/** What is wrong with what was written, before anything is made of it. */
function shapeFaultsOf(id: string, shape: Shape, props: AppProps<unknown, unknown>): Fault[] {
  const isNamed = Boolean(props.owner);
  const missing = isNamed ? [] : [fault('owner-missing', {}, { field: ['owner'] })];
  const faults = [
    ...missing,
    ...shapeFaults(shape, isNamed ? props : { ...props, owner: nobody }),
    ...plainDataFaults(props, [], true),
  ];
  const hasLayer = environments.some((name) => props[name] !== undefined);
  if (faults.length > 0 || hasLayer || props.enabled === false) return faults;
  return [fault('environment-missing', { app: id })];
}
