import type { Whose } from './watched.js';

/** An alert, before it is told where its pages are. */
export interface Alert {
  /** Its name, and that of its page in `docs/runbooks/`. */
  readonly alert: string;
  /** `critical` rings Cédille's on-call, unless it is about staging or the sandbox; `warning` is read by daylight. */
  readonly severity: 'critical' | 'warning';
  /** What fires, in PromQL. Of an app its series carry `club`, `app` and `environment`. */
  readonly expr: string;
  /** How long it has to hold. @default - not at all */
  readonly for?: string;
  /** What is wrong in a sentence, in French, for the club. */
  readonly summary: string;
  /** What that means and when it was found, in English. */
  readonly description: string;
  /** The part of the platform that it is about. @default - an app's, or whatever has a host */
  readonly about?: string;
}

/** A figure that Prometheus works out for others to use. */
export interface Recorded {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules that belong together: one file. */
export interface Family {
  readonly name: string;
  /** How often they are looked at. @default - as Prometheus does, every 30 s */
  readonly interval?: string;
  readonly recorded?: readonly Recorded[];
  readonly alerts?: readonly Alert[];
}

/** Where people read on. */
export interface Pages {
  /** The folder of the runbooks. */
  readonly runbooks: string;
  /** Grafana. */
  readonly grafana: string;
}

const platformLabels = (about: string): Record<string, string> => ({
  club: 'Cédille',
  app: about,
  environment: 'platform',
});

/** The dashboard of an app, or of the platform, from the labels of an alert. */
const dashboardOf = (grafana: string): string =>
  `${grafana}/d/{{ if eq $labels.environment "platform" }}platform{{ else }}` +
  'app-{{ $labels.app }}?var-environment={{ $labels.environment }}{{ end }}';

/** A family as the spec of a PrometheusRule. */
export const ruleSpec = ({ name, interval, recorded = [], alerts = [] }: Family, pages: Pages) => ({
  groups: [
    {
      name,
      ...(interval && { interval }),
      rules: [
        ...recorded.map(({ record, expr, labels }) => ({ record, expr, ...(labels && { labels }) })),
        ...alerts.map(({ alert, severity, expr, for: wait, summary, description, about }) => ({
          alert,
          expr,
          ...(wait && { for: wait }),
          labels: { severity, ...(about && platformLabels(about)) },
          annotations: {
            summary,
            description,
            runbook_url: `${pages.runbooks}/${alert}.md`,
            dashboard: about ? `${pages.grafana}/d/platform` : dashboardOf(pages.grafana),
          },
        })),
      ],
    },
  ],
});

/** `chess (prod)`: how alerts of apps begin. */
export const appName = '{{ $labels.app }} ({{ $labels.environment }})';

/** The labels of something that is watched. */
export const labelsOf = ({ club, app, environment }: Whose): Record<string, string> => ({
  club,
  app,
  environment,
});
