import { type IgnoredDifference, type Platform, SystemService } from '#constructs';
import { Mesh } from '../imports/mesh-kuma.io.js';
import {
  MeshTrafficPermissionSpecFromDefaultAction as Action,
  MeshTrafficPermissionSpecFromTargetRefKind as From,
  MeshTrafficPermission,
  MeshTrafficPermissionSpecTargetRefKind as To,
} from '../imports/meshtrafficpermission-kuma.io.js';
import { chart } from './charts.js';
import { gatewayApi } from './gateway-api.js';

const namespace = 'kuma-system';

/**
 * The service mesh. A pod joins it by the label `kuma.io/sidecar-injection: enabled`; from then on it only speaks
 * mTLS, and only to whom a MeshTrafficPermission admits. What calls it from outside comes by a Gateway of class `kuma`.
 */
export const kuma = (platform: Platform) => {
  // Kuma 2.5 is the first that is tested on Kubernetes 1.28.
  const service = new SystemService(platform, 'kuma', {
    namespace,
    podSecurity: {
      privileged: 'Merbridge, which shares it, loads eBPF programs into the kernel of its node',
    },
    namespaceLabels: { 'kuma.io/system-namespace': 'true' },
    charts: [{ chart: chart('kuma'), values }],
    dependsOn: [gatewayApi], // the chart makes GatewayClass `kuma` where it finds the kind
    provides: ['kuma.io'],
    admits: [
      { from: 'anyone', ports: [5443] }, // its webhooks
      { from: 'anyone', ports: [5678] }, // sidecars, which ask for their configuration
    ],
    syncOptions: ['RespectIgnoreDifferences=true'],
    ignoreDifferences: generated,
  });
  const mesh = new Mesh(service, 'mesh', {
    metadata: { name: 'default' },
    spec: {
      skipCreatingInitialPolicies: ['TrafficPermission'], // it would admit everyone
      mtls: {
        enabledBackend: 'builtin',
        backends: [
          {
            name: 'builtin',
            type: 'builtin',
            dpCert: { rotation: { expiration: '1d' } },
            conf: { caCert: { RSAbits: 2048, expiration: '10y' } },
          },
        ],
      },
    },
  });
  new MeshTrafficPermission(service, 'deny', {
    metadata: { name: 'deny-by-default', labels: { 'kuma.io/mesh': mesh.name } },
    spec: {
      targetRef: { kind: To.MESH },
      from: [{ targetRef: { kind: From.MESH }, default: { action: Action.DENY } }],
    },
  }).addDependency(mesh);
  return service;
};

/**
 * The chart makes a new certificate authority whenever Argo CD renders it. That of the first sync stays; to renew it,
 * delete the Secret and both webhook configurations together.
 */
const generated: IgnoredDifference[] = [
  { kind: 'Secret', name: 'kuma-tls-cert', jsonPointers: ['/data'] },
  ...[
    {
      kind: 'MutatingWebhookConfiguration',
      name: 'kuma-admission-mutating-webhook-configuration',
      webhooks: 5,
    },
    { kind: 'ValidatingWebhookConfiguration', name: 'kuma-validating-webhook-configuration', webhooks: 4 },
  ].map(({ kind, name, webhooks }) => ({
    group: 'admissionregistration.k8s.io',
    kind,
    name,
    jsonPointers: Array.from({ length: webhooks }, (_, index) => `/webhooks/${index}/clientConfig/caBundle`),
  })),
];

/** The values that differ from the chart's own. */
const values = {
  // Argo CD runs the chart's hooks before it makes the namespace: the label is ours, the CRDs Argo CD's to update.
  patchSystemNamespace: false,
  installCrdsOnUpgrade: { enabled: false },
  restartOnSecretChange: false, // the hash would be that of a certificate that is not used
  controlPlane: {
    replicas: 2, // pods with a sidecar cannot start while none is there
    podDisruptionBudget: { enabled: true },
    defaults: { skipMeshCreation: true }, // the mesh is in git
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  },
  experimental: { gatewayAPI: true },
};
