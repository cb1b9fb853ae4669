import { splitEnvironment } from '../../constructs/values/environments.js';
import { nearestLabel } from '../../constructs/values/names.js';
import { type Zone, zoneOf } from '../../constructs/values/zone.js';
import type { Comparison } from './changes.js';
import type { Judged } from './judge.js';
import { type Applications, type Resource, rootUnit } from './resources.js';

/** Someone who has to agree, and to what. */
export interface Approval {
  /** A GitHub team, `@ClubCedille/sre`; else people who are asked by hand. */
  readonly who: string;
  readonly why: readonly string[];
}

/** Who answers for what. */
export interface Responsible {
  readonly zones: readonly Zone[];
  readonly clubs: readonly { readonly club: string; readonly github: string }[];
  /** Who answers for all that no club does. */
  readonly platform: string;
}

/**
 * Whose approval a change needs: who manages the zone of a new host, a club for its apps, the administrators for the
 * platform and for what is dangerous.
 */
export function approvals(
  comparison: Comparison,
  judged: readonly Judged[],
  responsible: Responsible,
): Approval[] {
  const needed = new Map<string, Set<string>>();
  const need = (who: string, why: string) => needed.set(who, (needed.get(who) ?? new Set()).add(why));
  for (const { resource, level, findings } of judged) {
    const club = clubOf(resource, comparison, responsible);
    need(club ?? responsible.platform, `${resource.cluster}/${resource.unit}`);
    if (club && level === 'danger')
      for (const { what } of findings.filter((finding) => finding.level === 'danger'))
        need(responsible.platform, what);
  }
  for (const host of newHosts(comparison)) {
    const zone = zoneOf(host, responsible.zones);
    if (!zone) need(responsible.platform, `the new host ${host} lies in no zone that is known`);
    else if (zone.askTo) need(zone.askTo, `the record of the new host ${host}`);
  }
  return [...needed]
    .map(([who, why]) => ({ who, why: [...why].sort() }))
    .sort((a, b) => (a.who < b.who ? -1 : 1));
}

const newHosts = ({ hosts }: Comparison): string[] =>
  [...hosts.after].filter((host) => !hosts.before.has(host)).sort();

/** The GitHub team of the club whose app it is, or which the app's host part belongs to; undefined for the platform. */
function clubOf(
  { cluster, unit }: Resource,
  { before, after }: Comparison,
  { clubs }: Responsible,
): string | undefined {
  if (unit === rootUnit) return undefined;
  const projectIn = (applications: Applications): string | undefined => {
    const { project } = applications.get(`${cluster}/${unit}`)?.spec ?? {};
    const { app, environment } = splitEnvironment(unit) ?? {};
    return project === 'host-parts' ? applications.get(`${environment}/${app}`)?.spec.project : project;
  };
  const project = projectIn(after) ?? projectIn(before);
  return clubs.find(({ club }) => project === `club-${nearestLabel(club)}`)?.github;
}
