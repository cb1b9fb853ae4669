import { type Platform, SystemService } from '#constructs';

const release = 'https://raw.githubusercontent.com/kubernetes-sigs/kube-network-policies/v0.9.2/install.yaml';

/** What makes network policies hold: Talos' own network, Flannel, lets all traffic through whatever they say. */
export const networkPolicies = (platform: Platform) =>
  new SystemService(platform, 'network-policies', {
    namespace: 'kube-system',
    podSecurity: 'other', // made with the cluster, and exempt from Pod Security on Talos
    release: { resources: [release] },
  });
