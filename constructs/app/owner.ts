import { type Fault, fault } from '../refusals/fault.js';
import { nameFault, nearestLabel } from '../values/names.js';

/** The channel that hears what cannot wait until the morning, whoever it is about. */
export const onCallChannel = 'on-call';

/** Who answers for an app. */
export interface Owner {
  /** The club's name, as people know it. */
  readonly club: string;
  /** Its team in the platform's organisation on GitHub, `@organisation/team`, or a person, `@login`. */
  readonly github: string;
  /** The club's own organisation on GitHub, `@organisation`, where its repositories are. @default - not known */
  readonly organisation?: string;
  /** The Discord channel that hears how its apps do, by the name that its webhook has in Vault. */
  readonly alerts: string;
}

const gitHubName = /^@([\w-]+)(?:\/([\w-]+))?$/;

/** The organisation and the team of `@organisation/team`; only the first of `@login`. */
export function gitHubParts(github: string): { readonly organisation?: string; readonly team?: string } {
  const [, organisation, team] = gitHubName.exec(github) ?? [];
  return { organisation, team };
}

/**
 * What is wrong with the GitHub team or person of an owner; undefined if nothing is. GitHub lets neither a team of
 * another organisation nor an organisation as a whole approve changes, and does not say so.
 * @param organisation that of the platform's repository
 */
export function gitHubFault(
  owner: Pick<Owner, 'github' | 'organisation'>,
  organisation: string,
): Fault | undefined {
  const field = ['owner', 'github'];
  const { github } = owner;
  const { organisation: given, team } = gitHubParts(github);
  if (!given) return fault('owner-github', { github, organisation }, { field, near: nearestGitHub(github) });
  const isOwn = given.toLowerCase() === organisation.toLowerCase();
  const isPerson = !team && !isOwn && github.toLowerCase() !== owner.organisation?.toLowerCase();
  if (isPerson || (team && isOwn)) return undefined;
  return fault('owner-organisation', { github, organisation, team: team ?? 'team' }, { field });
}

/** The name on GitHub that was meant, where only the @ is missing, or an address was given. */
export function nearestGitHub(given: string): string | undefined {
  const name = `@${given.replace(/^(https:\/\/)?github\.com\//, '').replace(/\/$/, '')}`;
  return gitHubName.test(name) ? name : undefined;
}

/** What is wrong with the channel that hears of an owner's apps; undefined if nothing is. */
export function channelFault(channel: string): Fault | undefined {
  const field = ['owner', 'alerts'];
  if (channel === onCallChannel) return fault('alerts-on-call', { channel }, { field });
  return nameFault(channel, { en: 'channel', fr: 'salon' }, field);
}

/** What is wrong with an owner. */
export const ownerFaults = (owner: Owner, organisation: string): Fault[] =>
  [gitHubFault(owner, organisation) ?? [], channelFault(owner.alerts) ?? []].flat();

/** The name of a club's Argo CD project. */
export const clubProjectName = ({ club }: Owner): string => `club-${nearestLabel(club)}`;
