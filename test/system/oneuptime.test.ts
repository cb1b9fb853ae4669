import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = (path: string) => readFileSync(resolve(dist, path), 'utf8');

interface Database {
  readonly auth: { readonly existingSecret: string };
  readonly persistence?: { readonly size: string };
  readonly primary?: { readonly persistence: { readonly size: string } };
}
interface Values {
  readonly image: { readonly tag: string };
  readonly global: { readonly storageClass: string };
  readonly nginx: { readonly service: { readonly type: string } };
  readonly externalSecrets: Record<string, { existingSecret: { name: string; passwordKey: string } }>;
  readonly postgresql: Database;
  readonly clickhouse: Database;
  readonly redis: Database;
}
interface Application {
  readonly spec: {
    readonly sources: readonly { chart?: string; targetRevision: string; helm?: { valuesObject: Values } }[];
    readonly syncPolicy: { readonly syncOptions: readonly string[] };
    readonly ignoreDifferences: readonly { kind: string; jsonPointers: readonly string[] }[];
  };
}

const { spec } = load(read('argocd/Application.host-oneuptime.yaml')) as Application;
const source = spec.sources.find(({ chart }) => chart);
const values = source?.helm?.valuesObject as Values;
const keysOf = (secret: string) => {
  const object = load(read(`host/oneuptime/VaultSecret.${secret}.yaml`)) as {
    spec: { output: { stringData: Record<string, string> } };
  };
  return Object.keys(object.spec.output.stringData);
};

describe('oneuptime', () => {
  it('takes the secrets and passwords that last from Vault, under the names its pods ask for', () => {
    for (const { existingSecret } of Object.values(values.externalSecrets)) {
      expect(keysOf(existingSecret.name)).toContain(existingSecret.passwordKey);
    }
    const wanted = { postgresql: 'postgres-password', clickhouse: 'admin-password', redis: 'redis-password' };
    for (const database of ['postgresql', 'clickhouse', 'redis'] as const) {
      expect(values[database].auth.existingSecret).toBe(`oneuptime-${database}`);
      expect(keysOf(`oneuptime-${database}`)).toContain(wanted[database]);
    }
  });

  it('is not restarted by every sync', () => {
    expect(spec.syncPolicy.syncOptions).toContain('RespectIgnoreDifferences=true');
    const ignored = (kind: string) =>
      spec.ignoreDifferences.filter((each) => each.kind === kind).flatMap(({ jsonPointers }) => jsonPointers);
    expect(ignored('Deployment')).toContain('/spec/template/metadata/labels/date');
    expect(ignored('Secret')).toContain('/data');
  });

  it('runs images of its own version, behind Envoy, and keeps 25 Gi for each database', () => {
    expect(values.image.tag).toBe(source?.targetRevision);
    expect(values.nginx.service.type).toBe('ClusterIP');
    expect(values.global.storageClass).toBe('mayastor');
    expect(values.postgresql.primary?.persistence.size).toBe('25Gi');
    expect(values.clickhouse.persistence?.size).toBe('25Gi');
  });
});
