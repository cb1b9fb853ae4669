import { Platform } from './constructs/platform.js';
import { settings } from './system/settings.js';

/** The platform, for those who look at it: its docs and tests. */
export const platform = new Platform(settings);

await platform.load(
  // The virtual clusters, beside the host that is always there
  import('./system/virtual-clusters.js'),

  // System services
  import('./system/argo-rollouts.js'),
  import('./system/argocd.js'),
  import('./system/backup-storage.js'),
  import('./system/blackbox.js'),
  import('./system/cert-manager.js'),
  import('./system/clickhouse.js'),
  import('./system/clickhouse-keeper.js'),
  import('./system/clickhouse-otel.js'),
  import('./system/clickhouse-sample.js'),
  import('./system/contour.js'),
  import('./system/contour-gateway.js'),
  import('./system/crossplane.js'),
  import('./system/crossplane-config.js'),
  import('./system/crossplane-providers.js'),
  import('./system/dns.js'),
  import('./system/gateway-api.js'),
  import('./system/grafana.js'),
  import('./system/kubevious.js'),
  import('./system/kubevirt.js'),
  import('./system/kuma.js'),
  import('./system/mayastor.js'),
  import('./system/merbridge.js'),
  import('./system/metallb.js'),
  import('./system/metrics-server.js'),
  import('./system/netdata.js'),
  import('./system/network-policies.js'),
  import('./system/node-exporter.js'),
  import('./system/oneuptime.js'),
  import('./system/opentelemetry.js'),
  import('./system/pixie.js'),
  import('./system/policy-controller.js'),
  import('./system/prometheus.js'),
  import('./system/sandboxes.js'),
  import('./system/secrets-store-csi.js'),
  import('./system/talos.js'),
  import('./system/telemetry.js'),
  import('./system/unseal-key.js'),
  import('./system/vault.js'),
  import('./system/vault-config.js'),
  import('./system/velero.js'),
  import('./system/virtual-machines.js'),
  import('./system/volume-snapshots.js'),

  // Club apps
  import('./apps/blockscout.js'),
  import('./apps/ganache.js'),
  import('./apps/httpbin.js'),
  import('./apps/markets.js'),
  import('./apps/outline-capra.js'),
  import('./apps/planifets.js'),
);

platform.synth();
