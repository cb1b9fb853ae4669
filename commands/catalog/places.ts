import type { AppEnvironment } from '../../constructs/environment/app-environment.js';
import type { Platform } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { exemptionsOf } from '../../rules/engine/run.js';
import type { Featured } from './features.js';
import { chartsOf, programsOf, releasesOf } from './installed.js';
import type { Backup, CatalogException, Feature, Place } from './model.js';
import { hostsOf } from './public-hosts.js';
import { dataOf } from './stored-data.js';
import { nameOf, type UnitView } from './unit-view.js';

/** What places are made from. */
export interface Sources {
  readonly platform: Platform;
  /** The units that are written, by path. */
  readonly views: ReadonlyMap<string, UnitView>;
  /** The backups of a namespace of the host. */
  readonly backupsOf: (hostNamespace: string) => Backup[];
  /** What an app has in an environment by being declared. */
  readonly featuresOf: (featured: Featured) => Feature[];
}

/** An app in one environment: its workload and its host part. */
export function placeOfApp(environment: AppEnvironment, alerts: string, sources: Sources): Place {
  const { app, environment: name, workload, hostPart, databases } = environment;
  return {
    environment: name,
    ...placeOf([workload.path, hostPart.path], sources, new Set(databases.keys())),
    features: sources.featuresOf({
      app,
      environment: name,
      alerts,
      own: [workload, hostPart].flatMap(({ path }) => sources.views.get(path)?.items ?? []),
    }),
  };
}

/** What units say together; the first one says where they are. */
export function placeOf(
  paths: readonly string[],
  sources: Sources,
  databases: ReadonlySet<string> = new Set(),
): Place {
  const { platform, backupsOf } = sources;
  const views = paths.flatMap((path) => sources.views.get(path) ?? []);
  const [first] = views;
  if (!first) throw new Error(`no unit is written to ${paths.join(' or ')}`);
  const { cluster, destinationNamespace: namespace } = first.unit;
  const all = <T>(of: (view: UnitView) => readonly T[]): T[] => views.flatMap(of);
  return {
    cluster: cluster.clusterName,
    namespace,
    units: views.map(({ unit }) => unit.path),
    programs: all(programsOf),
    charts: all(({ unit }) => chartsOf(unit, platform.props.mirror)),
    releases: all(({ unit }) => releasesOf(unit)),
    hosts: all((view) => hostsOf(view, platform)),
    data: all((view) => dataOf(view, databases, backupsOf(cluster.hostNamespace(namespace)))),
    secrets: all(({ unit }) => unit.inputs.map(({ place, at, keys }) => ({ place, at, keys }))),
    exceptions: all(exceptionsOfUnit),
  };
}

/** The rules that a unit breaks, those of the Pod Security Standards among them. */
function exceptionsOfUnit({ unit, items }: UnitView): CatalogException[] {
  const said = items.flatMap(exemptionsOf).map(({ rule, item, reason, until }) => ({
    rule,
    object: nameOf(item),
    reason,
    ...(until && { until }),
  }));
  const reason = SystemService.isSystemService(unit) ? unit.privilegedBecause : undefined;
  const object = `Namespace ${unit.destinationNamespace}`;
  return reason ? [{ rule: 'pod-security', object, reason }, ...said] : said;
}
