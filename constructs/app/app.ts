import { Construct, type IConstruct } from 'constructs';
import { argoKinds, type Project } from '../argocd/project.js';
import { AppEnvironment } from '../environment/app-environment.js';
import type { Platform } from '../platform/platform.js';
import { recordSource } from '../problems/source.js';
import type { PodSecurity } from '../service/namespace.js';
import { type Environment, environments, isEnvironment } from '../values/environments.js';
import type { Fault } from '../values/fault.js';
import { mergeLayer } from '../values/layers.js';
import { Mark } from '../values/mark.js';
import { labelFault, nearestLabel, oneOf, suggest } from '../values/names.js';

/** The channel that hears what cannot wait until the morning, whoever it is about. */
export const onCallChannel = 'on-call';

const gitHubName = /^@([\w-]+)(?:\/([\w-]+))?$/;

/** What is wrong with the GitHub team or organisation of an owner; undefined if nothing is. */
export const gitHubFault = (github: string): Fault | undefined =>
  gitHubName.test(github)
    ? undefined
    : {
        what: `'${github}' is no GitHub name`,
        mend: nearestGitHub(github)
          ? `Did you mean '${nearestGitHub(github)}'?`
          : `Write it like '@ClubCedille' or '@ClubCedille/applets'`,
      };

/** The name on GitHub that was meant, where only the @ is missing, or an address was given. */
export function nearestGitHub(given: string): string | undefined {
  const name = `@${given.replace(/^(https:\/\/)?github\.com\//, '').replace(/\/$/, '')}`;
  return gitHubName.test(name) ? name : undefined;
}

/** What is wrong with the channel that hears of an owner's apps; undefined if nothing is. */
export function channelFault(channel: string): Fault | undefined {
  const fault =
    labelFault(channel) ?? (channel === onCallChannel ? "is that of Cédille's on-call" : undefined);
  const near = nearestLabel(channel).replace(onCallChannel, '') || 'cedille';
  return fault ? { what: `'${channel}' ${fault}`, mend: `Call it '${near}'` } : undefined;
}

const apps = new Mark<App<unknown, unknown>>();

/** Whether `construct` is an app, of whichever kind. */
export const isApp = (construct: IConstruct): construct is App<unknown, unknown> => apps.isOn(construct);

/** Who answers for an app. */
export interface Owner {
  /** The club's name, as people know it. */
  readonly club: string;
  /** Its GitHub team, `@organisation/team`, or its organisation, `@organisation`. */
  readonly github: string;
  /** The Discord channel that hears how its apps do, by the name that its webhook has in Vault. */
  readonly alerts: string;
}

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

/**
 * What all kinds of app have in common: their environments, and the club's own Argo CD project.
 *
 * A layer lies over the base by three rules: objects merge key by key, lists and scalars replace, `undefined` keeps.
 */
export abstract class App<Base, Layered> extends Construct {
  /** Who answers for it. */
  readonly owner: Owner;
  /** Its environments, in the order of the platform's list. */
  readonly environments: readonly AppEnvironment[];

  constructor(
    platform: Platform,
    id: string,
    props: AppProps<Base, Layered>,
    build: (environment: AppEnvironment, spec: Base & Layered) => void,
  ) {
    super(platform, platform.claimId(id));
    recordSource(this);
    this.checkName(platform, id);
    const owner = this.ownerOf(platform, props);
    this.checkChannel(platform, owner.alerts);
    const { owner: _, base, enabled = true, podSecurity, ...layers } = props;
    const named = Object.keys(layers).filter((name) => this.checkEnvironment(platform, name));
    if (enabled && named.length === 0) {
      const mend = `Add a layer, for example prod: { host: '${id}.etsmtl.ca' }`;
      platform.problems.add(this, `'${id}' has no environment`, mend);
    }
    this.owner = owner;
    apps.put(this);
    const project = this.clubProject(platform, owner);
    this.environments = environments
      .filter((environment) => enabled && named.includes(environment))
      .map((name) => {
        const environment = new AppEnvironment(this, name, { app: this.node.id, project, podSecurity });
        const layer = (layers as { readonly [E in Environment]?: Layered })[name];
        build(environment, mergeLayer<unknown>(base, layer as never) as Base & Layered);
        return environment;
      });
  }

  /** What an app of this kind may say beside its environments. */
  protected get fields(): readonly string[] {
    return ['base', 'enabled', 'owner', 'podSecurity'];
  }

  private checkName(platform: Platform, id: string): void {
    const fault = labelFault(id);
    if (fault)
      platform.problems.add(this, `the name '${id}' ${fault}`, `Call it '${nearestLabel(id).slice(0, 20)}'`);
  }

  /** Who is named; after reporting that nobody is, a stand-in, so that the other mistakes are told as well. */
  private ownerOf(platform: Platform, { owner }: { readonly owner?: Owner }): Owner {
    if (owner) return owner;
    const mend = `Write owner: clubs. and a name that apps/clubs.ts has, or add the club there`;
    platform.problems.add(this, 'it has no owner, or one that is not in apps/clubs.ts', mend);
    return { club: `owner of ${this.node.id}`, github: '@unknown', alerts: 'unknown' };
  }

  private checkChannel(platform: Platform, channel: string): void {
    const fault = channelFault(channel);
    if (fault) platform.problems.add(this, `owner.alerts ${fault.what}`, fault.mend);
  }

  private checkEnvironment(platform: Platform, name: string): boolean {
    if (isEnvironment(name)) return true;
    const near = suggest(name, environments);
    const field = near ? undefined : suggest(name, this.fields);
    const mend = near
      ? `Did you mean ${near}? The platform has ${oneOf(environments)}`
      : `Use ${oneOf(environments)}`;
    platform.problems.add(this, `'${name}' is no environment`, field ? `Did you mean ${field}?` : mend);
    return false;
  }

  private clubProject(platform: Platform, { club, github }: Owner): Project {
    const name = `club-${nearestLabel(club)}`;
    const fault = gitHubFault(github);
    if (fault) platform.problems.add(this, `owner.github ${fault.what}`, fault.mend);
    const [, organisation, team] = gitHubName.exec(github) ?? [];
    const props = {
      description: `Apps of ${club}`,
      team: team && `${organisation}:${team.toLowerCase()}`,
      namespacedKindsDenied: argoKinds,
    };
    const project = platform.project(name, props);
    if (project.props.description !== props.description || project.props.team !== props.team) {
      platform.problems.add(
        this,
        `club '${club}' is declared with owner.github '${github}', another app of it says otherwise`,
        'Give every app of a club the same owner',
      );
    }
    return project;
  }
}
