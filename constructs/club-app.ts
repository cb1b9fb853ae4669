import { Construct } from 'constructs';
import { AppEnvironment } from './app-environment.js';
import type { AppLayer, AppSpec } from './app-spec.js';
import { type Environment, environments, isEnvironment } from './environment.js';
import { mergeLayer } from './layers.js';
import { labelFault, nearestLabel, oneOf, suggest } from './names.js';
import type { Platform } from './platform.js';
import type { Project } from './project.js';
import { recordSource } from './source.js';

/** Who answers for an app. */
export interface Owner {
  /** The club's name, as people know it. */
  readonly club: string;
  /** Its GitHub team, `@organisation/team`, or its organisation, `@organisation`. */
  readonly github: string;
}

/** A club's app: what is the same everywhere, and what each environment says on top. */
export type ClubAppProps = {
  /** Who answers for it. */
  readonly owner: Owner;
  /** What holds in every environment. */
  readonly base: AppSpec;
  /** `false` takes it off the clusters; its volumes stay. @default true */
  readonly enabled?: boolean;
} & {
  /** What an environment says on top of the base. An environment without a layer does not exist. */
  readonly [E in Environment]?: AppLayer;
};

/**
 * What the platform hosts for a club: one declaration, from which follow, for each environment, the workload
 * in that environment's cluster and the host part beside it, and the club's own Argo CD project.
 *
 * A layer lies over the base by three rules: objects merge key by key, lists and scalars replace, `undefined` keeps.
 */
export class ClubApp extends Construct {
  /** Its environments, in the order of the platform's list. */
  readonly environments: readonly AppEnvironment[];

  constructor(platform: Platform, id: string, props: ClubAppProps) {
    super(platform, platform.claimId(id));
    recordSource(this);
    this.checkName(platform, id);
    const { owner, base, enabled = true, ...layers } = props;
    const named = Object.keys(layers).filter((name) => this.checkEnvironment(platform, name));
    if (enabled && named.length === 0) {
      platform.problems.add(
        this,
        `'${id}' has no environment`,
        `Add a layer, for example prod: { host: '${id}.etsmtl.ca' }`,
      );
    }
    const project = this.clubProject(platform, owner);
    this.environments = environments
      .filter((environment) => enabled && named.includes(environment))
      .map((environment) => {
        const spec = mergeLayer<AppLayer & AppSpec>(base, layers[environment]);
        return new AppEnvironment(this, environment, { app: this.node.id, project, spec });
      });
  }

  private checkName(platform: Platform, id: string): void {
    const fault = labelFault(id);
    if (fault)
      platform.problems.add(this, `the name '${id}' ${fault}`, `Call it '${nearestLabel(id).slice(0, 20)}'`);
  }

  private checkEnvironment(platform: Platform, name: string): boolean {
    if (isEnvironment(name)) return true;
    const near = suggest(name, environments);
    platform.problems.add(
      this,
      `'${name}' is no environment`,
      near ? `Did you mean ${near}? The platform has ${oneOf(environments)}` : `Use ${oneOf(environments)}`,
    );
    return false;
  }

  private clubProject(platform: Platform, { club, github }: Owner): Project {
    const name = `club-${nearestLabel(club)}`;
    const [, organisation, team] = /^@([\w-]+)(?:\/([\w-]+))?$/.exec(github) ?? [];
    if (!organisation) {
      platform.problems.add(
        this,
        `owner.github '${github}' is no GitHub name`,
        `Write it like '@ClubCedille' or '@ClubCedille/applets'`,
      );
    }
    const props = { description: `Apps of ${club}`, team: team && `${organisation}:${team.toLowerCase()}` };
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
