import { InnerService, type Platform, rolloutGvk, SystemService, toYaml, VirtualCluster } from '#constructs';
import { chart } from './charts.js';
import { rolloutsController } from './rollouts-controller.js';
import { settings } from './settings.js';

const kinds = ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment'];
const provides = kinds.map((kind) => `argoproj.io/${kind}`); // the rest of the group is Argo CD's
const syncOptions = ['ServerSideApply=true']; // the CRDs are nearly as large as an annotation may be

/**
 * Deploys step by step, and back if it goes wrong: on the host, where how much traffic each step gets is set in
 * HTTPRoutes (the plugin's GRPCRoutes are of a later version than this platform's), and in each virtual cluster that
 * has a Rollout, where it is a share of the pods.
 */
export const argoRollouts = (platform: Platform) => {
  const { namespace, podLabels, metrics } = rolloutsController;
  platform.whenDeclared(platform, () => {
    for (const cluster of platform.clustersNeeding(rolloutGvk)) {
      if (!VirtualCluster.isVirtualCluster(cluster)) continue;
      new InnerService(platform, cluster, namespace, {
        chart: { chart: chart('argo-rollouts'), values: common },
        podLabels,
        provides,
        syncOptions,
        calls: [settings.metrics],
        measuredBy: { ...settings.metrics, port: metrics.port },
      });
    }
  });
  return new SystemService(platform, 'argo-rollouts', {
    namespace,
    charts: [{ chart: chart('argo-rollouts'), values: onHost }],
    provides,
    syncOptions,
  });
};

const securityContext = {
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/**
 * The plugin comes from its image. Argo Rollouts can download it as well, but then does not start while GitHub is
 * away, and 1.6 compares the checksum wrongly, so that none ever matches.
 */
const plugin = {
  name: 'argoproj-labs/gatewayAPI',
  image: 'ghcr.io/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi:v0.5.0',
  file: 'rollouts-plugin-trafficrouter-gatewayapi',
};
const resources = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };

/** The values that differ from the chart's own. */
const common = {
  controller: {
    resources,
    metrics: { enabled: true },
    pdb: { enabled: true, maxUnavailable: 1 },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
  },
  containerSecurityContext: securityContext,
  // No right to change the routes of proxies that are not here.
  providerRBAC: { enabled: false },
};

const onHost = {
  ...common,
  controller: {
    ...common.controller,
    initContainers: [
      {
        name: 'plugin',
        image: plugin.image,
        command: ['cp', `/bin/${plugin.file}`, '/plugins/'],
        resources,
        securityContext,
        volumeMounts: [{ name: 'plugins', mountPath: '/plugins' }],
      },
    ],
    trafficRouterPlugins: {
      trafficRouterPlugins: toYaml([{ name: plugin.name, location: `file:///plugins/${plugin.file}` }]),
    },
    volumes: [
      { name: 'plugins', emptyDir: {} },
      { name: 'plugin-bin', emptyDir: {} },
    ],
    volumeMounts: [
      { name: 'plugins', mountPath: '/plugins', readOnly: true },
      { name: 'plugin-bin', mountPath: '/home/argo-rollouts/plugin-bin' }, // to where it copies what it runs
    ],
  },
  providerRBAC: {
    providers: Object.fromEntries(
      [
        'ambassador',
        'apisix',
        'awsAppMesh',
        'awsLoadBalancerController',
        'contour', // its own kind of route; Gateway API's is used
        'glooPlatform',
        'istio',
        'smi',
        'traefik',
      ].map((name) => [name, false]),
    ),
  },
};
