import { appName, type Family } from '../rule.js';

/** The share of requests that failed within a window, of apps that have an objective. */
const ratio = (window: string): string =>
  `sum_over_time(app:requests_failed:rate5m[${window}]) / (sum_over_time(app:requests:rate5m[${window}]) > 0)
and on (app, environment) app:slo:availability`;

/** Whether the budget of 30 days is spent `factor` times too fast, over a long window and still now. */
const burns = (factor: number, long: string, short: string): string =>
  [long, short]
    .map(
      (window) =>
        `app:failed:ratio${window} > on (club, app, environment) ${factor} * (1 - app:slo:availability)`,
    )
    .join('\nand ');

const windows = ['30m', '1h', '2h', '6h', '1d', '3d', '30d'];

/** Multi-window, multi-burn-rate alerts. Spent 14.4 times too fast, a budget lasts two days; 6 times, five. */
export const objectives: Family = {
  name: 'objectives',
  interval: '1m',
  recorded: [
    ...windows.map((window) => ({ record: `app:failed:ratio${window}`, expr: ratio(window) })),
    {
      record: 'app:slo:budget_left',
      expr: '1 - app:failed:ratio30d / on (club, app, environment) (1 - app:slo:availability)',
    },
  ],
  alerts: [
    {
      alert: 'AppBudgetBurnsFast',
      severity: 'critical',
      for: '2m',
      expr: `(${burns(14.4, '1h', '5m')})
or
(${burns(6, '6h', '30m')})`,
      summary: `${appName} : l'objectif de disponibilité est en danger`,
      description:
        '{{ $value | humanizePercentage }} of requests fail: the budget of the month is spent within days.',
    },
    {
      alert: 'AppBudgetBurnsSlowly',
      severity: 'warning',
      for: '15m',
      expr: `(${burns(3, '1d', '2h')})
or
(${burns(1, '3d', '6h')})`,
      summary: `${appName} : l'objectif de disponibilité ne sera pas tenu ce mois-ci`,
      description:
        '{{ $value | humanizePercentage }} of requests fail, for days: more than the budget of a month allows.',
    },
  ],
};
