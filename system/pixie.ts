import { type Platform, SystemService, VaultSecret } from '#constructs';
import { chart } from './charts.js';
import { telemetry } from './telemetry.js';
import { vaultConfig } from './vault-config.js';

const deployKey = 'px-deploy-key';

/**
 * Looks into what programs say to each other, without their help, by eBPF. Off, as since 2023, because it cannot come
 * up by itself: its chart holds a Vizier whose kind only arrives once the Operator Lifecycle Manager of the same chart
 * has run, and Argo CD applies nothing of a chart with a kind that is not there; and what it sends on to OpenTelemetry
 * is set by people in Pixie's own cloud: Admin, Plugins, OpenTelemetry, with the export URL
 * gateway-collector.opentelemetry-collector.svc.cluster.local:4317 and TLS off.
 * To have it back: apply the CRD of Vizier by hand, let the project into namespaces olm and px-operator, switch it on.
 */
export const pixie = (platform: Platform) => {
  const service = new SystemService(platform, 'pixie', {
    namespace: 'pl',
    podSecurity: { privileged: 'it reads the memory of all programs of a node, by eBPF' },
    charts: [{ chart: chart('pixie-operator-chart'), values }],
    dependsOn: [telemetry, vaultConfig],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
    enabled: false,
  });
  new VaultSecret(service, deployKey, {
    keys: { 'deploy-key': 'deploy key of the cluster, from withpixie.ai' },
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  deployOLM: 'true', // left to itself the chart asks the cluster, which Argo CD does not let it
  name: 'pixie',
  version: '0.14.7',
  disableAutoUpdate: true, // what runs is what stands here
  clusterName: 'cedille-cedille-cluster',
  customDeployKeySecret: deployKey,
  pemMemoryLimit: '3Gi',
};
