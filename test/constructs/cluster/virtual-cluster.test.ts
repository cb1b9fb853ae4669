import { describe, expect, it } from 'vitest';
import { app, folder, objectAt, testPlatform } from '../../platform.js';

// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => objectAt(testPlatform(), path);

describe('VirtualCluster', () => {
  it('is a chart, a registration in Argo CD and what shuts its pods in', () => {
    expect(folder(testPlatform(), 'host/vcluster-prod')).toMatchSnapshot('folder');
    expect(at('argocd/Application.host-vcluster-prod.yaml')).toMatchSnapshot('application');
  });

  it('exports, certifies and registers one address', () => {
    const { server, config } = at('host/vcluster-prod/Cluster.prod.yaml').spec.forProvider;
    const [{ helm }] = at('argocd/Application.host-vcluster-prod.yaml').spec.sources;
    expect(helm.releaseName).toBe('prod');
    expect(helm.valuesObject.syncer.extraArgs).toContain(`--out-kube-config-server=${server}`);
    expect(helm.valuesObject.syncer.extraArgs).toContain(`--tls-san=${new URL(server).hostname}`);
    expect(config.kubeconfigSecretRef).toEqual({
      name: 'vc-prod',
      namespace: 'vcluster-prod',
      key: 'config',
    });
  });

  it('lets its pods reach nothing but DNS until an app says more', () => {
    const { spec } = at('host/vcluster-prod/NetworkPolicy.default-deny.yaml');
    expect(spec.podSelector.matchLabels).toEqual({ 'vcluster.loft.sh/managed-by': 'prod' });
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec.ingress).toBeUndefined();
    expect(spec.egress).toHaveLength(1);
    expect(spec.egress[0].ports.map(({ port }: { port: number }) => port)).toEqual([1053, 1053]);
  });

  it('is what an app’s environment names, by one word', () => {
    const platform = testPlatform({
      environments: { prod: 'staging', staging: 'staging', sandbox: 'sandbox' },
    });
    platform.add(app('chess', { prod: { host: 'chess.example.com' } }));
    const { destination } = objectAt(platform, 'argocd/Application.staging-chess.yaml')['spec'] as {
      destination: object;
    };
    expect(destination).toEqual({ name: 'staging', namespace: 'chess-prod' });
  });
});
