import { k8s } from 'cdk8s-plus-28';
import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';

/** Secrets as files: mounts what Vault's CSI provider reads into pods, on every node. */
export const secretsStoreCsi = (platform: Platform) => {
  const service = new SystemService(platform, 'secrets-store-csi', {
    namespace: 'kube-system', // there already, and open to agents of the node
    podSecurity: 'other',
    // 1.4.8 is tested on Kubernetes 1.28, which 1.3.4 is not.
    charts: [{ chart: chart('secrets-store-csi-driver'), values }],
    provides: ['secrets-store.csi.x-k8s.io'],
  });
  // The kubelet calls it by a socket; nobody calls it by the network.
  new k8s.KubeNetworkPolicy(service, 'isolation', {
    metadata: { name: 'secrets-store-csi-driver' },
    spec: {
      podSelector: { matchLabels: { app: 'secrets-store-csi-driver' } },
      policyTypes: ['Ingress'],
    },
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  linux: { crds: { enabled: false } }, // Jobs that apply what Argo CD applies anyway
  // A secret that is changed in Vault reaches the files of running pods; each turn logs every such pod in.
  enableSecretRotation: true,
  rotationPollInterval: '10m',
  syncSecret: { enabled: true }, // secrets that apps want as variables
};
