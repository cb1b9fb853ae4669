import { onCallChannel, otherEnvironments } from '#constructs';
import { maintenance } from './settings.js';

/** How a matcher compares. */
type MatchType = '=' | '!=' | '=~' | '!~';

/** A matcher of alerts, in the words of AlertmanagerConfig. */
export const matcher = (name: string, value: string, matchType: MatchType = '=') => ({
  name,
  value,
  matchType,
});

/** The channel that hears of the platform itself, and of what nobody else hears of. */
export const platformChannel = 'cedille';

/** Who is called at once: by what is critical, for the platform or for what the public uses. */
export const onCall = {
  channel: onCallChannel,
  matchers: [matcher('severity', 'critical'), matcher('environment', otherEnvironments.join('|'), '!~')],
};

/** The Secret with the address of a channel's webhook, by which whoever knows it may post. */
export const webhookOf = (channel: string) => ({ name: `alerts-${channel}`, key: 'url' });

/** Which AlertmanagerConfigs Alertmanager takes beside its own. */
export const channelLabel = { 'alerts.cedille.club/kind': 'channel' };

/** What people read on Discord. */
const message = {
  title: '{{ if eq .Status "firing" }}🔥{{ else }}✅{{ end }} {{ .CommonLabels.alertname }}',
  message: `{{ range .Alerts }}**{{ .Annotations.summary }}**
{{ .Annotations.description }}
{{ with .Annotations.runbook_url }}[Que faire]({{ . }}){{ end }}{{ with .Annotations.dashboard }} · [Tableau de bord]({{ . }}){{ end }}
{{ end }}`,
};

/** By what a volume is known. */
const volume = ['namespace', 'persistentvolumeclaim'];

const discord = (channel: string) => [{ apiURL: webhookOf(channel), sendResolved: true, ...message }];

const timing = { groupWait: '30s', groupInterval: '5m', repeatInterval: '12h' };

const muteTimeIntervals = [
  {
    name: 'maintenance',
    timeIntervals: [
      {
        weekdays: [maintenance.weekday],
        times: [{ startTime: maintenance.from, endTime: maintenance.to }],
      },
    ],
  },
];

/** Watchdog always fires, to show that alerts work; InfoInhibitor only serves inhibition. */
export const noise = [
  { receiver: 'nobody', matchers: [matcher('alertname', 'Watchdog|InfoInhibitor', '=~')] },
];

/** What one channel hears, as the spec of an AlertmanagerConfig. */
export const channelConfig = (
  channel: string,
  matchers: readonly ReturnType<typeof matcher>[],
  routes: typeof noise = [],
) => ({
  route: {
    receiver: 'discord',
    matchers: [...matchers],
    groupBy: ['app', 'environment', 'alertname'],
    ...timing,
    muteTimeIntervals: ['maintenance'],
    ...(routes.length > 0 && { routes }),
  },
  receivers: [
    { name: 'discord', discordConfigs: discord(channel) },
    ...(routes.length > 0 ? [{ name: 'nobody' }] : []),
  ],
  muteTimeIntervals,
});

/** One alert says more than the others: those are not sent as long as it fires. */
const silences = (
  sourceMatch: readonly ReturnType<typeof matcher>[],
  targetMatch: readonly ReturnType<typeof matcher>[],
  equal: readonly string[],
) => ({ sourceMatch: [...sourceMatch], targetMatch: [...targetMatch], equal: [...equal] });

/**
 * Where alerts go that no channel took: that of a channel whose webhook is missing, for one. Emitted with the chart
 * and not after it: the Alertmanager that it configures becomes healthy only once it is there. The operator reads the
 * address from the Secret; `webhook_url_file`, which Alertmanager knows, it does not know yet.
 */
export const alertRoutes = {
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata: { name: 'platform', namespace: 'monitoring' },
  spec: {
    route: { receiver: 'cedille', groupBy: ['namespace', 'alertname'], ...timing, routes: noise },
    receivers: [{ name: 'cedille', discordConfigs: discord(platformChannel) }, { name: 'nobody' }],
    inhibitRules: [
      // A server that is down takes its pods along.
      silences([matcher('alertname', 'NodeDown')], [matcher('alertname', 'NodeDown', '!=')], ['node']),
      // A site that does not answer is neither slow nor full of errors as well.
      silences(
        [matcher('alertname', 'HostDown|HostAnswersWrong', '=~')],
        [matcher('alertname', 'HostSlow|AppErrors|AppBudget.*', '=~')],
        ['app', 'environment'],
      ),
      silences(
        [matcher('alertname', 'AppCrashLooping')],
        [matcher('alertname', 'AppRestarting|AppNotReady', '=~')],
        ['namespace', 'pod'],
      ),
      silences([matcher('alertname', 'AppVolumeFull')], [matcher('alertname', 'AppVolumeFilling')], volume),
      silences(
        [matcher('alertname', 'CertificateLapsesSoon')],
        [matcher('alertname', 'CertificateLapses')],
        ['instance'],
      ),
      // What the chart's own rules say of pods and volumes of clubs, ours say with the club's name.
      silences(
        [matcher('alertname', 'App.+', '=~'), matcher('pod', '.+', '=~')],
        [matcher('alertname', 'Kube.+', '=~')],
        ['namespace', 'pod'],
      ),
      silences(
        [matcher('alertname', 'AppVolume.+', '=~')],
        [matcher('alertname', 'KubePersistentVolume.+', '=~')],
        volume,
      ),
      silences(
        [matcher('severity', 'critical')],
        [matcher('severity', 'warning|info', '=~')],
        ['namespace', 'alertname'],
      ),
      silences([matcher('severity', 'warning')], [matcher('severity', 'info')], ['namespace', 'alertname']),
      silences([matcher('alertname', 'InfoInhibitor')], [matcher('severity', 'info')], ['namespace']),
    ],
  },
};
