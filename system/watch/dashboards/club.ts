import { nearestLabel } from '#constructs';
import type { Watched } from '../watched.js';
import { budget, deploys } from './app.js';
import { dashboard, type GrafanaDashboard, type Rows } from './panels.js';

const rows = (club: string): Rows => {
  const name = JSON.stringify(club);
  const own = `{club=${name}}`;
  const legend = '{{app}} {{environment}}';
  return [
    [
      {
        title: 'Hosts that do not answer',
        type: 'stat',
        queries: [{ expr: `count(probe_success${own} == 0) or vector(0)` }],
        red: 1,
      },
      {
        title: 'Alerts',
        type: 'stat',
        queries: [{ expr: `count(ALERTS{alertstate="firing",club=${name}}) or vector(0)` }],
        red: 1,
      },
      budget(own),
    ],
    [
      {
        title: 'Hosts',
        type: 'timeseries',
        queries: [{ expr: `min by (app, environment) (probe_success${own})`, legend }],
        unit: 'percentunit',
      },
      {
        title: 'Requests a second',
        type: 'timeseries',
        queries: [{ expr: `app:requests:rate5m${own}`, legend }],
        unit: 'reqps',
      },
      {
        title: 'Requests that fail',
        type: 'timeseries',
        queries: [{ expr: `app:failed:ratio5m${own}`, legend }],
        unit: 'percentunit',
      },
    ],
    [
      {
        title: 'Memory',
        type: 'timeseries',
        queries: [
          {
            expr: `sum by (app, environment) (
  sum by (namespace, pod) (container_memory_working_set_bytes{container!=""})
  * on (namespace, pod) group_left (app, environment) app:pod:info${own}
)`,
            legend,
          },
        ],
        unit: 'bytes',
      },
      {
        title: 'What fires',
        type: 'table',
        queries: [{ expr: `ALERTS{alertstate="firing",club=${name}}` }],
      },
    ],
  ];
};

/** The page of a club: all of its apps beside each other. */
export const clubDashboard = (club: string, watched: readonly Watched[]): GrafanaDashboard =>
  dashboard(`club-${nearestLabel(club)}`.slice(0, 40), club, rows(club), {
    annotations: { list: [deploys(watched.map(({ application }) => application).join('|'))] },
  });
