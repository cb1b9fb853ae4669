import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { type Platform, rolloutGvk, SystemService, VaultSecret } from '#constructs';
import { channelLabel, platformChannel, webhookOf } from './alert-routes.js';
import { argocd } from './argocd.js';
import { blackbox } from './blackbox.js';
import { contour } from './contour.js';
import { grafana } from './grafana.js';
import { mayastor } from './mayastor.js';
import { prometheus } from './prometheus.js';
import { grafanaHost } from './settings.js';
import { vaultConfig } from './vault-config.js';
import { velero } from './velero.js';
import { channelConfigs } from './watch/channels.js';
import { dashboards, printed } from './watch/dashboards.js';
import { families } from './watch/families.js';
import { probes } from './watch/probes.js';
import { type Pages, ruleSpec } from './watch/rule.js';
import { podMonitors, rolloutsMonitor } from './watch/scrapes.js';
import { watchedOn } from './watch/watched.js';

/**
 * Watches all that is declared: asks every public host, alerts about every app and the platform, tells each club's
 * channel, and draws a page for each app and club. It is one service, not a part of each app: rules are written once
 * for all apps, Prometheus asks each question once, and hosts that come before Prometheus are watched as well.
 */
export const watch = (platform: Platform) => {
  const service = new SystemService(platform, 'watch', {
    namespace: 'monitoring',
    podSecurity: 'other',
    dependsOn: [prometheus, blackbox, grafana, contour, argocd, velero, mayastor, vaultConfig],
  });
  for (const [name, spec] of Object.entries(podMonitors)) monitoring(service, 'PodMonitor', name, spec);
  platform.whenDeclared(service, () => {
    for (const cluster of platform.clustersNeeding(rolloutGvk))
      monitoring(service, 'PodMonitor', `argo-rollouts-${cluster.clusterName}`, rolloutsMonitor(cluster));
    const watched = watchedOn(platform);
    const pages = pagesOf(platform);
    for (const [name, spec] of Object.entries(probes(watched))) monitoring(service, 'Probe', name, spec);
    for (const family of families(watched)) {
      monitoring(service, 'PrometheusRule', family.name, ruleSpec(family, pages));
    }
    for (const [channel, spec] of channelConfigs(platform)) tell(service, channel, spec);
    for (const { name, folder, content } of dashboards(watched)) {
      new k8s.KubeConfigMap(service, `dashboard ${name}`, {
        metadata: {
          name: `dashboard-${name}`,
          labels: { grafana_dashboard: '1' },
          annotations: { grafana_folder: folder },
        },
        data: { [`${name}.json`]: printed(content) },
      });
    }
  });
  return service;
};

/** Without the types that are generated for these kinds, which take longer to load than all of this to make. */
const monitoring = (service: SystemService, kind: string, name: string, spec: object) =>
  new ApiObject(service, `${kind} ${name}`, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { name },
    spec,
  });

/** Tells a channel on Discord, by the webhook that Vault has for it. */
function tell(service: SystemService, channel: string, spec: object): void {
  const { name, key } = webhookOf(channel);
  if (channel !== platformChannel) {
    new VaultSecret(service, name, {
      path: `monitoring/default/alerts/${channel}`,
      keys: { [key]: `webhook of the channel '${channel}' for alerts on Discord` },
    });
  }
  new ApiObject(service, `channel ${channel}`, {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: `channel-${channel}`, labels: channelLabel },
    spec,
  });
}

const pagesOf = ({ git: { repository, revision } }: Platform): Pages => ({
  runbooks: `${repository.replace(/\.git$/, '')}/blob/${revision}/docs/runbooks`,
  grafana: `https://${grafanaHost}`,
});
