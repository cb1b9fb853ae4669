import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const waveOf = (name: string) => {
  const { metadata } = load(read(`argocd/Application.host-${name}.yaml`)) as {
    metadata: { annotations: Record<string, string> };
  };
  return Number(metadata.annotations['argocd.argoproj.io/sync-wave']);
};
const units = ['clickhouse-operator', 'clickhouse-keeper', 'clickhouse-otel', 'clickhouse-sample'];
const installation = load(
  read('host/clickhouse-otel/ClickHouseInstallation.clickhouse-otel-monitoring.yaml'),
) as {
  spec: {
    configuration: {
      clusters: { name: string; layout: object }[];
      files: Record<string, string>;
      zookeeper: { nodes: { host: string }[] };
    };
    defaults: { templates: Record<string, string> };
    templates: {
      podTemplates: { spec: { containers: { env: { name: string; valueFrom?: object }[] }[] } }[];
      volumeClaimTemplates: {
        spec: { storageClassName: string; resources: { requests: { storage: string } } };
      }[];
    };
  };
};

describe('ClickHouse', () => {
  it('comes up after its operator, and keeps replicas in step by Keeper', () => {
    expect(waveOf('clickhouse-keeper')).toBeGreaterThan(waveOf('clickhouse-operator'));
    expect(waveOf('clickhouse-otel')).toBeGreaterThan(waveOf('clickhouse-keeper'));
    expect(waveOf('clickhouse-sample')).toBeGreaterThan(waveOf('clickhouse-operator'));
    expect(installation.spec.configuration.zookeeper.nodes).toHaveLength(3);
  });

  it('holds two shards of two replicas, 30Gi of data and of logs each, on Mayastor', () => {
    const { configuration, templates } = installation.spec;
    expect(configuration.clusters).toMatchObject([
      { name: 'deployment-pv', layout: { shardsCount: 2, replicasCount: 2 } },
    ]);
    for (const { spec } of templates.volumeClaimTemplates) {
      expect(spec.storageClassName).toBe('mayastor');
      expect(spec.resources.requests.storage).toBe('30Gi');
    }
  });

  it('adds no container that runs as root to follow logs', () =>
    expect(installation.spec.defaults.templates).not.toHaveProperty('logVolumeClaimTemplate'));

  it('takes every password from a Secret, and lets in the pod network only', () => {
    const { configuration, templates } = installation.spec;
    const text = Object.values(configuration.files).join('');
    const wanted = [...text.matchAll(/from_env="(\w+)"/g)].map(([, variable]) => variable);
    const env = templates.podTemplates[0]?.spec.containers[0]?.env ?? [];
    const given = env.filter(({ valueFrom }) => valueFrom).map(({ name }) => name);
    expect(new Set(wanted)).toEqual(new Set(given));
    expect(text).not.toMatch(/<password>/);
    expect(text).not.toMatch(/<ip>(?!10\.)/);
  });

  it('does not install the password that is in the chart', () =>
    expect(load(read('argocd/Application.host-clickhouse-operator.yaml'))).toMatchObject({
      spec: { sources: [{ helm: { valuesObject: { secret: { create: false } } } }, {}] },
    }));

  it.each(units)('%s brings no Secret', (unit) =>
    expect(readdirSync(join(dist, 'host', unit)).filter((name) => name.startsWith('Secret.'))).toEqual([]),
  );

  it('is backed up daily to a bucket that is never deleted', () => {
    expect(load(read('host/clickhouse-otel/CronJob.clickhouse-otel-backup.yaml'))).toMatchObject({
      spec: { schedule: expect.stringMatching(/^\d+ \d+ \* \* \*$/) },
    });
    expect(
      load(read('host/clickhouse-otel/Bucket.plateforme-cedille-clickhouse-backups.yaml')),
    ).toMatchObject({ spec: { deletionPolicy: 'Orphan' } });
  });

  it('calls the Service that the operator makes for the installation', () =>
    expect(read('host/clickhouse-otel/Job.clickhouse-otel-databases.yaml')).toContain(
      '--host clickhouse-clickhouse-otel-monitoring',
    ));
});
