/** What an AlertmanagerConfig says, as far as the platform uses it. */
export interface AlertmanagerConfig {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly route: Route;
    readonly receivers: readonly {
      readonly name: string;
      readonly discordConfigs?: readonly {
        readonly apiURL: { readonly name: string; readonly key: string };
        readonly sendResolved: boolean;
        readonly title: string;
        readonly message: string;
      }[];
    }[];
    readonly inhibitRules?: readonly {
      readonly sourceMatch: readonly Matcher[];
      readonly targetMatch: readonly Matcher[];
      readonly equal: readonly string[];
    }[];
    readonly muteTimeIntervals?: readonly {
      readonly name: string;
      readonly timeIntervals: readonly {
        readonly weekdays: readonly string[];
        readonly times: readonly { readonly startTime: string; readonly endTime: string }[];
      }[];
    }[];
  };
}
interface Route {
  readonly receiver: string;
  readonly matchers?: readonly Matcher[];
  readonly groupBy?: readonly string[];
  readonly groupWait?: string;
  readonly groupInterval?: string;
  readonly repeatInterval?: string;
  readonly continue?: boolean;
  readonly muteTimeIntervals?: readonly string[];
  readonly routes?: readonly Route[];
}
interface Matcher {
  readonly name: string;
  readonly value: string;
  readonly matchType: string;
}

const written = ({ name, matchType, value }: Matcher) => `${name}${matchType}${JSON.stringify(value)}`;

/**
 * The configuration that the operator (0.73, strategy `None`) makes of the platform's own AlertmanagerConfig and of
 * those beside it: the routes of the latter come first, ordered by name, and each goes on to the next. All names are
 * put behind those of their objects.
 */
export function alertmanagerConfig(own: AlertmanagerConfig, others: readonly AlertmanagerConfig[]) {
  const all = [own, ...[...others].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))];
  return {
    route: {
      ...routeOf(own, own.spec.route),
      routes: [
        ...all.slice(1).map((each) => ({ ...routeOf(each, each.spec.route), continue: true })),
        ...(own.spec.route.routes ?? []).map((route) => routeOf(own, route)),
      ],
    },
    inhibit_rules: all.flatMap(({ spec }) =>
      (spec.inhibitRules ?? []).map(({ sourceMatch, targetMatch, equal }) => ({
        source_matchers: sourceMatch.map(written),
        target_matchers: targetMatch.map(written),
        equal,
      })),
    ),
    receivers: all.flatMap((each) =>
      each.spec.receivers.map(({ name, discordConfigs = [] }) => ({
        name: within(each, name),
        discord_configs: discordConfigs.map(({ apiURL, sendResolved, title, message }) => ({
          webhook_url: `https://discord.example.com/${apiURL.name}/${apiURL.key}`,
          send_resolved: sendResolved,
          title,
          message,
        })),
      })),
    ),
    mute_time_intervals: all.flatMap((each) =>
      (each.spec.muteTimeIntervals ?? []).map(({ name, timeIntervals }) => ({
        name: within(each, name),
        time_intervals: timeIntervals.map(({ weekdays, times }) => ({
          weekdays,
          times: times.map(({ startTime, endTime }) => ({ start_time: startTime, end_time: endTime })),
        })),
      })),
    ),
  };
}

const within = ({ metadata }: AlertmanagerConfig, name: string): string =>
  ['monitoring', metadata.name, name].join('/');

const routeOf = (of: AlertmanagerConfig, route: Route): object => ({
  receiver: within(of, route.receiver),
  ...(route.matchers && { matchers: route.matchers.map(written) }),
  ...(route.groupBy && { group_by: route.groupBy }),
  ...(route.groupWait && { group_wait: route.groupWait }),
  ...(route.groupInterval && { group_interval: route.groupInterval }),
  ...(route.repeatInterval && { repeat_interval: route.repeatInterval }),
  ...(route.continue && { continue: true }),
  ...(route.muteTimeIntervals && {
    mute_time_intervals: route.muteTimeIntervals.map((name) => within(of, name)),
  }),
  ...(route.routes && { routes: route.routes.map((each) => routeOf(of, each)) }),
});
