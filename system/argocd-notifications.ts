import { ownLabels, toYaml } from '#constructs';

/**
 * The Discord channels that hear how syncs go, each with the Argo CD projects whose Applications it hears of. A club
 * that wants to hear of its own gets a line: `chess: ['club-chess']`.
 */
const channels: Readonly<Record<string, readonly string[]>> = {
  cedille: ['club-cedille', 'host-parts', 'platform'],
};

/** The Secret that the controller reads, and its keys: the address of a channel's webhook lets anyone write to it. */
export const discordSecret = 'argocd-notifications-secret';
export const discordKeys = Object.fromEntries(
  Object.keys(channels).map((name) => [`discord-${name}`, `webhook of the Discord channel of ${name}`]),
);

const phase = 'app.status.operationState != nil and app.status.operationState.phase';

/** What is told, and when. */
const events = {
  deployed: {
    when: `${phase} in ['Succeeded'] and app.status.health.status == 'Healthy'`,
    // Once for each commit, also of Applications with several sources, which have no `revision`.
    oncePer:
      '[app.status.operationState?.syncResult?.revision, app.status.operationState?.syncResult?.revisions]',
    title: 'is deployed',
    color: 0x2ecc71,
  },
  'health-degraded': {
    when: "app.status.health.status == 'Degraded'",
    title: 'does not work',
    color: 0xe67e22,
  },
  'sync-failed': {
    when: `${phase} in ['Error', 'Failed']`,
    title: 'cannot be deployed',
    color: 0xe74c3c,
  },
};

/** A message in the words of Discord. Everything from outside goes through `toJson`, which quotes it. */
const message = (title: string, color: number) => `{
  "allowed_mentions": { "parse": [] },
  "embeds": [{
    "title": {{ printf "%s ${title}" .app.metadata.name | toJson }},
    "url": {{ printf "%s/applications/argocd/%s" .context.argocdUrl .app.metadata.name | toJson }},
    "description": {{ dig "operationState" "message" "" .app.status | trunc 1000 | toJson }},
    "color": ${color}
  }]
}
`;

const forEach = <T>(names: readonly string[], value: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
const names = Object.keys(channels);

/** The values of the chart's `notifications` that say whom to tell what. */
export const notifications = {
  secret: { create: false }, // it comes from Vault
  notifiers: Object.fromEntries(
    names.map((name) => [
      `service.webhook.${name}`,
      toYaml({
        url: `$discord-${name}`,
        headers: [{ name: 'Content-Type', value: 'application/json' }],
      }),
    ]),
  ),
  templates: Object.fromEntries(
    Object.entries(events).map(([event, { title, color }]) => [
      `template.app-${event}`,
      toYaml({ webhook: forEach(names, () => ({ method: 'POST', body: message(title, color) })) }),
    ]),
  ),
  triggers: Object.fromEntries(
    Object.entries(events).map(([event, { title, color, ...condition }]) => [
      `trigger.on-${event}`,
      toYaml([{ ...condition, send: [`app-${event}`] }]),
    ]),
  ),
  subscriptions: Object.entries(channels).map(([name, projects]) => ({
    recipients: [name],
    triggers: Object.keys(events).map((event) => `on-${event}`),
    selector: `${ownLabels.project} in (${projects.join(',')})`,
  })),
};
