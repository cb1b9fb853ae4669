import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => load(readFileSync(join(dist, path), 'utf8'));
const only = (unit: string, kind: string) => {
  const [name] = readdirSync(join(dist, 'host', unit)).filter((file) => file.startsWith(`${kind}.`));
  return at(`host/${unit}/${name}`);
};

describe('velero', () => {
  const location = only('velero', 'BackupStorageLocation');
  const account = only('backup-storage', 'ServiceAccount').metadata.name;

  it('writes to the bucket that the platform makes, with the key that Crossplane leaves in its namespace', () => {
    expect(location.spec.objectStorage.bucket).toBe(only('backup-storage', 'Bucket').metadata.name);
    const { writeConnectionSecretToRef, forProvider } = only('velero', 'ServiceAccountKey').spec;
    expect(writeConnectionSecretToRef).toEqual({ name: location.spec.credential.name, namespace: 'velero' });
    expect(location.spec.credential.key).toBe('private_key'); // what provider-gcp calls the JSON of a key
    expect(forProvider.serviceAccountIdRef.name).toBe(account);
  });

  it('lets that account, and none else, write to a bucket that cannot be public', () => {
    const project = at('host/crossplane-config/ProviderConfig.default.yaml').spec.projectID;
    const { member, bucketRef } = only('backup-storage', 'BucketIAMMember').spec.forProvider;
    expect(member).toBe(`serviceAccount:${account}@${project}.iam.gserviceaccount.com`);
    expect(account).toMatch(/^[a-z][-a-z0-9]{4,28}[a-z0-9]$/); // Google's rule for account ids
    const bucket = only('backup-storage', 'Bucket');
    expect(bucketRef.name).toBe(bucket.metadata.name);
    expect(bucket.spec.forProvider.publicAccessPrevention).toBe('enforced');
  });

  it('backs up every virtual cluster each night, and the rest each week', () => {
    const clusters = readdirSync(join(dist, 'host')).filter((unit) => unit.startsWith('vcluster-'));
    const daily = at('host/velero/Schedule.clubs-daily.yaml').spec;
    const weekly = at('host/velero/Schedule.platform-weekly.yaml').spec;
    expect([...daily.template.includedNamespaces].sort()).toEqual(clusters.sort());
    expect(weekly.template.excludedNamespaces).toEqual(daily.template.includedNamespaces);
    expect(daily.schedule).toMatch(/^\d+ \d+ \* \* \*$/);
    expect(weekly.schedule).toMatch(/^\d+ \d+ \* \* \d$/);
    for (const { template } of [daily, weekly]) {
      expect(template.ttl).toMatch(/^\d+h$/);
      expect(template.storageLocation).toBe(location.metadata.name);
    }
    // With fewer, one failed run would leave nothing to restore from.
    expect(Number.parseInt(daily.template.ttl, 10)).toBeGreaterThanOrEqual(7 * 24);
    expect(Number.parseInt(weekly.template.ttl, 10)).toBeGreaterThanOrEqual(4 * 7 * 24);
  });

  it('comes after its bucket', () => {
    const wave = (name: string) =>
      Number(at(`argocd/Application.${name}.yaml`).metadata.annotations['argocd.argoproj.io/sync-wave']);
    expect(wave('host-velero')).toBeGreaterThan(wave('host-backup-storage'));
  });
});
