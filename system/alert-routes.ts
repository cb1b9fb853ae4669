/** Holds the address of the webhook, by which whoever knows it may post. */
export const discord = { name: 'alertmanager-discord', key: 'url' };

const is = (name: string, value: string, matchType: '=' | '=~' = '=') => ({ name, value, matchType });

/**
 * Where alerts go unless an AlertmanagerConfig of their namespace says more. Emitted with the chart and not after
 * it: the Alertmanager that it configures becomes healthy only once it is there. The operator reads the address
 * from the Secret; `webhook_url_file`, which Alertmanager knows, it does not know yet.
 */
export const alertRoutes = {
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata: { name: 'platform', namespace: 'monitoring' },
  spec: {
    route: {
      receiver: 'cedille',
      groupBy: ['namespace', 'alertname'],
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '12h',
      // Watchdog always fires, to show that alerts work; the others only serve inhibition.
      routes: [{ receiver: 'nobody', matchers: [is('alertname', 'Watchdog|InfoInhibitor', '=~')] }],
    },
    receivers: [
      { name: 'cedille', discordConfigs: [{ apiURL: discord, sendResolved: true }] },
      { name: 'nobody' },
    ],
    inhibitRules: [
      {
        sourceMatch: [is('severity', 'critical')],
        targetMatch: [is('severity', 'warning|info', '=~')],
        equal: ['namespace', 'alertname'],
      },
      {
        sourceMatch: [is('severity', 'warning')],
        targetMatch: [is('severity', 'info')],
        equal: ['namespace', 'alertname'],
      },
      {
        sourceMatch: [is('alertname', 'InfoInhibitor')],
        targetMatch: [is('severity', 'info')],
        equal: ['namespace'],
      },
    ],
  },
};
