import { nearestLabel } from '#constructs';
import { appDashboard } from './dashboards/app.js';
import { clubDashboard } from './dashboards/club.js';
import type { GrafanaDashboard } from './dashboards/panels.js';
import { platformDashboard } from './dashboards/platform.js';
import type { Watched } from './watched.js';

/** A page of Grafana, and the folder it is in. */
export interface Page {
  readonly name: string;
  readonly folder: string;
  readonly content: GrafanaDashboard;
}

/** A page for the platform, one for each club and one for each app, in the folder of its club. */
export function dashboards(watched: readonly Watched[]): Page[] {
  const apps = watched.filter(({ whose }) => whose.environment !== 'platform');
  return [
    { name: 'platform', folder: 'Platform', content: platformDashboard },
    ...[...groupBy(apps, ({ whose }) => whose.club)].map(([club, all]) => ({
      name: `club-${nearestLabel(club)}`,
      folder: club,
      content: clubDashboard(club, all),
    })),
    ...[...groupBy(apps, ({ whose }) => whose.app)].map(([app, environments]) => ({
      name: `app-${app}`,
      folder: environments[0]?.whose.club ?? '',
      content: appDashboard(environments),
    })),
  ];
}

function groupBy<T>(all: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

/** A page as JSON with a panel a line: a review shows which panel changed, and most of dist/ is not dashboards. */
export function printed(content: GrafanaDashboard): string {
  const lines = Object.entries(content).map(([key, value]) => {
    const text = Array.isArray(value)
      ? `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
