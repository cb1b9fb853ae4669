import { anyKind, type Project } from '../constructs/argocd/project.js';
import { mirrored } from '../constructs/kube/mirror.js';
import type { Platform } from '../constructs/platform/platform.js';
import type { Unit } from '../constructs/platform/unit.js';
import type { AppProjectSpec } from '../imports/appproject-argoproj.io.js';

/** A project, and the units that Applications deploy in it. */
export interface UsedProject {
  readonly project: Project;
  readonly units: readonly Unit[];
}

/** The projects that limit something. */
export function usedProjects(platform: Platform): UsedProject[] {
  const units = new Map<Project, Unit[]>(platform.allProjects.map((project) => [project, []]));
  // Where a template lands is for those to say who deploy it.
  for (const unit of platform.units) if (!unit.isTemplate) units.get(unit.project)?.push(unit);
  return [...units]
    .map(([project, inside]) => ({ project, units: inside }))
    .filter(({ project, units: inside }) => inside.length + project.reached.length > 0);
}

/** The spec of an AppProject: what it lets through follows from the units in it. */
export function projectSpec({ project, units }: UsedProject, { git, props }: Platform): AppProjectSpec {
  const { description, team, clusterKinds, namespacedKinds, namespacedKindsDenied, repositories } =
    project.props;
  const destinations = new Map(
    [
      ...units.map((unit) => ({ name: unit.cluster.destination, namespace: unit.destinationNamespace })),
      ...project.reached,
    ].map((destination) => [`${destination.name}/${destination.namespace}`, destination] as const),
  );
  const charts = [
    ...units.flatMap((unit) => unit.charts.map(({ chart }) => chart.repository)),
    ...(repositories ?? []),
  ].map((address) => mirrored(address, props.mirror));
  return {
    description,
    sourceRepos: [git.repository, ...[...new Set(charts)].sort()],
    destinations: [...destinations.keys()].sort().flatMap((key) => destinations.get(key) ?? []),
    clusterResourceWhitelist: [...(clusterKinds ?? [])],
    namespaceResourceWhitelist: [...(namespacedKinds ?? anyKind)],
    namespaceResourceBlacklist: namespacedKindsDenied?.map((kind) => ({ ...kind })),
    roles: team ? [members(project.projectName, team)] : undefined,
  };
}

/** What a club's team may do: look at its Applications and their logs, and sync them. */
function members(project: string, team: string) {
  const may = (what: string) => `p, proj:${project}:members, ${what}, ${project}/*, allow`;
  return {
    name: 'members',
    description: `The GitHub team ${team}`,
    groups: [team],
    policies: ['applications, get', 'applications, sync', 'logs, get'].map(may),
  };
}
