import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = <T>(path: string) => load(readFileSync(join(dist, path), 'utf8')) as T;

interface Application {
  readonly spec: {
    readonly destination: { readonly namespace: string };
    readonly sources: { readonly helm: { readonly valuesObject: object } }[];
  };
}

describe('secrets-store-csi', () => {
  const { spec } = read<Application>('argocd/Application.host-secrets-store-csi.yaml');

  it('runs where the kubelet’s other agents do', () =>
    expect(spec.destination.namespace).toBe('kube-system'));

  it('brings a secret that was changed in Vault to running pods', () => {
    expect(spec.sources[0]?.helm.valuesObject).toMatchObject({ enableSecretRotation: true });
  });

  it('closes only its own pods in a namespace that it shares', () => {
    const policy = read<{ spec: { podSelector: { matchLabels: object } } }>(
      'host/secrets-store-csi/NetworkPolicy.secrets-store-csi-driver.yaml',
    );
    expect(policy.spec.podSelector.matchLabels).toEqual({ app: 'secrets-store-csi-driver' });
  });
});
