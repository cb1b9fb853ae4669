import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
type Manifest = any;
const host = resolve(import.meta.dirname, '../../dist/host');
const objects = (unit: string, kind: string): Manifest[] =>
  readdirSync(join(host, unit))
    .filter((name) => name.startsWith(`${kind}.`))
    .map((name) => load(readFileSync(join(host, unit, name), 'utf8')));
const wave = ({ metadata }: Manifest) => Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

describe('crossplane-providers', () => {
  const providers = objects('crossplane-providers', 'Provider');
  const google = providers.filter(({ spec }) => spec.package.includes('/upbound/'));

  it('pins the family that the Google providers ask for, under the name Crossplane gives it, before them', () => {
    const family = google.find(({ metadata }) => metadata.name === 'upbound-provider-family-gcp');
    const version = (provider: Manifest) => provider.spec.package.split(':')[1];
    for (const provider of google.filter((other) => other !== family)) {
      expect(version(provider)).toBe(version(family));
      expect(wave(provider)).toBeGreaterThan(wave(family));
    }
  });

  it('holds a provider for every kind of Google that the platform declares', () => {
    const groups = readdirSync(host).flatMap((unit) =>
      readdirSync(join(host, unit)).flatMap((name) => {
        const { apiVersion } = load(readFileSync(join(host, unit, name), 'utf8')) as Manifest;
        return /^(\w+)\.gcp\.upbound\.io\//.exec(apiVersion)?.[1] ?? [];
      }),
    );
    expect(groups).toEqual(expect.arrayContaining(['cloudplatform', 'dns', 'kms', 'storage']));
    const names = google.map(({ metadata }) => metadata.name);
    for (const group of groups) expect(names).toContain(`provider-gcp-${group}`);
  });

  it('runs every provider under a runtime that Pod Security restricted admits', () => {
    const runtimes = objects('crossplane-providers', 'DeploymentRuntimeConfig');
    for (const { spec, metadata } of providers) {
      const runtime = runtimes.find((other) => other.metadata.name === spec.runtimeConfigRef?.name);
      const pod = runtime?.spec.deploymentTemplate.spec.template.spec;
      expect(pod?.securityContext, metadata.name).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(pod.containers[0].name).toBe('package-runtime');
      expect(pod.containers[0].securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
      expect(pod.containers[0].resources.limits.memory).toBe('1Gi');
    }
  });

  it('binds the service account of provider-kubernetes to a role that only others fill', () => {
    const [binding] = objects('crossplane-providers', 'ClusterRoleBinding');
    const [role] = objects('crossplane-providers', 'ClusterRole');
    const [runtime] = objects('crossplane-providers', 'DeploymentRuntimeConfig').filter(
      ({ metadata }) => metadata.name === 'provider-kubernetes',
    );
    expect(binding.subjects[0].name).toBe(runtime.spec.serviceAccountTemplate.metadata.name);
    expect(binding.roleRef.name).toBe(role.metadata.name);
    expect(role.rules).toBeUndefined();
  });
});

describe('what nobody can make again', () => {
  it.each([
    ['unseal-key', 'KeyRing'],
    ['unseal-key', 'CryptoKey'],
    ['backup-storage', 'Bucket'],
    ['dns', 'ManagedZone'],
  ])('in %s, a %s, outlives its object, and its object outlives its file', (unit, kind) => {
    const found = objects(unit, kind);
    expect(found.length).toBeGreaterThan(0);
    for (const { metadata, spec } of found) {
      expect(spec.deletionPolicy).toBe('Orphan');
      expect(metadata.annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    }
  });

  it('the unseal key is where Vault looks for it', () => {
    const [ring] = objects('unseal-key', 'KeyRing');
    const [key] = objects('unseal-key', 'CryptoKey');
    const config = objects('crossplane-config', 'ProviderConfig').find(
      ({ metadata }) => metadata.name === ring.spec.providerConfigRef.name,
    );
    expect([
      config.spec.projectId ?? config.spec.projectID,
      ring.spec.forProvider.location,
      ring.metadata.name,
    ]).toEqual(['plateforme-cedille', 'northamerica-northeast1', 'prod-vault-keyring']);
    expect(key.metadata.name).toBe('prod-vault-cryptokey');
    expect(key.spec.forProvider.keyRingRef.name).toBe(ring.metadata.name);
    expect(key.spec.providerConfigRef).toEqual(ring.spec.providerConfigRef);
  });
});
