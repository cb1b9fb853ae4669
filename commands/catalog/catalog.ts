import { type App, isApp } from '../../constructs/app/app.js';
import type { Owner } from '../../constructs/app/owner.js';
import type { Platform } from '../../constructs/platform/platform.js';
import type { Unit } from '../../constructs/platform/unit.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { type Environment, environments } from '../../constructs/values/environments.js';
import type { Rendered } from '../../synth/rendered.js';
import { backupsBy } from './backups.js';
import { declarationOf } from './describe.js';
import { featuresBy } from './features.js';
import type { Since } from './history.js';
import type { Catalog, CatalogCluster, Entry, PublicHost, UnitEntry } from './model.js';
import { placeOf, placeOfApp, type Sources } from './places.js';
import { type UnitView, viewOf } from './unit-view.js';

/** What the platform does not say itself. */
export interface CatalogProps {
  /** Who answers for the system services. */
  readonly keeper: Owner;
  /** The commits that changed units last, by their paths. @default - not told */
  readonly history?: ReadonlyMap<string, Since>;
}

/** All that a platform deploys, as people look for it. */
export function catalogOf(
  platform: Platform,
  rendered: Rendered,
  { keeper, history = new Map() }: CatalogProps,
): Catalog {
  const deployed = rendered.units.filter(({ unit }) => !unit.isTemplate);
  const views = new Map(deployed.map((unit) => [unit.unit.path, viewOf(unit)]));
  const all = [...views.values()];
  const sources: Sources = {
    platform,
    views,
    backupsOf: backupsBy(all),
    featuresOf: featuresBy(all.flatMap(({ items }) => items)),
  };
  const apps = platform.node.findAll().filter(isApp);
  const ofApps = new Set(apps.flatMap(({ environments }) => environments.flatMap(unitsOf)));
  const services = servicesOf(platform, views).filter((unit) => !ofApps.has(unit));
  const entries = [
    ...apps.map((app) => entryOfApp(app, sources)),
    ...services.map((unit) => entryOfService(unit, keeper, sources)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entryOf = new Map(
    entries.flatMap(({ id, places }) =>
      places.flatMap(({ units }) => units.map((path) => [path, id] as const)),
    ),
  );
  return {
    $schema: './catalog.schema.json',
    repository: { url: platform.git.repository.replace(/\.git$/, ''), branch: platform.git.revision },
    tools: toolsOf(entries),
    clusters: clustersOf(platform),
    entries,
    units: all.map((view) =>
      unitEntry(view, views, entryOf.get(view.unit.path) ?? '', history.get(view.unit.path)),
    ),
  };
}

/** The host, then the clusters of apps in the order of their environments, then the others. */
function clustersOf(platform: Platform): CatalogCluster[] {
  const clusters = platform.clusterNames.map(
    (name): CatalogCluster => ({
      name,
      kind: name === platform.hostCluster.clusterName ? 'host' : 'virtual',
      environments: environments.filter((environment) => platform.props.environments[environment] === name),
    }),
  );
  const rank = ({ kind, environments: [first] }: CatalogCluster) =>
    kind === 'host' ? -1 : first ? environments.indexOf(first as Environment) : environments.length;
  return clusters.sort((a, b) => rank(a) - rank(b));
}

const unitsOf = ({ workload, hostPart }: { workload: Unit; hostPart: Unit }): Unit[] => [workload, hostPart];

/** The units that are written, and the services that are switched off. */
function servicesOf(platform: Platform, views: ReadonlyMap<string, UnitView>): Unit[] {
  const off = platform.node
    .findAll()
    .filter(SystemService.isSystemService)
    .filter(({ enabled }) => !enabled);
  return [...[...views.values()].map(({ unit }) => unit), ...off];
}

const entryOfApp = (app: App<unknown, unknown>, sources: Sources): Entry => ({
  id: app.node.id,
  kind: 'app',
  ...declarationOf(app),
  enabled: app.environments.length > 0,
  owner: { ...app.owner },
  places: app.environments.map((environment) => placeOfApp(environment, app.owner.alerts, sources)),
});

const entryOfService = (unit: Unit, owner: Owner, sources: Sources): Entry => ({
  id: unit.node.id,
  kind: 'service',
  ...declarationOf(unit),
  enabled: unit.enabled,
  owner: { ...owner },
  places: unit.enabled ? [placeOf([unit.path], sources)] : [],
});

const unitEntry = (
  { unit, wave, items }: UnitView,
  views: ReadonlyMap<string, UnitView>,
  entry: string,
  since: Since | undefined,
): UnitEntry => ({
  path: unit.path,
  application: unit.applicationName,
  cluster: unit.cluster.clusterName,
  namespace: unit.destinationNamespace,
  project: unit.project.projectName,
  wave,
  objects: items.length,
  dependsOn: unit.waitsFor
    .map(({ path }) => path)
    .filter((path) => views.has(path))
    .sort(),
  entry,
  ...(since && { since }),
});

/** Where Argo CD and Grafana are, by the hosts of the services of these names. */
function toolsOf(entries: readonly Entry[]): Catalog['tools'] {
  const hosts = (id: string): readonly PublicHost[] =>
    entries.find((entry) => entry.id === id)?.places.flatMap((place) => place.hosts) ?? [];
  const [argocd] = hosts('argocd');
  const [grafana] = hosts('grafana');
  return {
    ...(argocd && { argocd: `https://${argocd.host}` }),
    ...(grafana && { grafana: `https://${grafana.host}` }),
  };
}
