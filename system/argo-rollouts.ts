import { toYaml } from '../constructs/manifest.js';
import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import { chart } from './charts.js';

const kinds = ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment'];

/**
 * Deploys step by step, and back if it goes wrong; how much traffic each step gets is set in HTTPRoutes. The
 * plugin's GRPCRoutes are of a later version than this platform's.
 */
export const argoRollouts = (platform: Platform) =>
  new SystemService(platform, 'argo-rollouts', {
    charts: [{ chart: chart('argo-rollouts'), values }],
    provides: kinds.map((kind) => `argoproj.io/${kind}`), // the rest of the group is Argo CD's
    syncOptions: ['ServerSideApply=true'], // the CRDs are nearly as large as an annotation may be
  });

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
const values = {
  controller: {
    resources,
    metrics: { enabled: true },
    pdb: { enabled: true, maxUnavailable: 1 },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
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
  containerSecurityContext: securityContext,
  // No right to change the routes of proxies that are not here.
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
