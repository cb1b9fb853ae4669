import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = (path: string) => readFileSync(resolve(dist, path), 'utf8');

interface Application {
  readonly spec: {
    readonly sources: { readonly chart?: string; readonly helm?: { valuesObject: Values } }[];
  };
}
interface Values {
  readonly admin: { readonly existingSecret: string };
  readonly envFromSecrets: readonly { readonly name: string }[];
  readonly persistence: { readonly size: string; readonly storageClassName: string };
  readonly plugins: readonly string[];
  readonly rbac: { readonly useExistingClusterRole: string };
  readonly sidecar: { readonly dashboards: { readonly folderAnnotation: string } };
  readonly datasources: {
    readonly 'datasources.yaml': {
      readonly datasources: readonly { uid: string; type: string; secureJsonData?: Record<string, string> }[];
    };
  };
}

const { spec } = load(read('argocd/Application.host-grafana.yaml')) as Application;
const values = spec.sources.find(({ chart }) => chart)?.helm?.valuesObject as Values;
const { datasources } = values.datasources['datasources.yaml'];
const keysOf = (secret: string) => {
  const object = load(read(`host/grafana/VaultSecret.${secret}.yaml`)) as {
    spec: { output: { stringData: Record<string, string> } };
  };
  return Object.keys(object.spec.output.stringData);
};

describe('grafana', () => {
  it('takes every secret from Vault', () => {
    expect(keysOf(values.admin.existingSecret)).toEqual(['admin-password', 'admin-user']);
    const environment = values.envFromSecrets.flatMap(({ name }) => keysOf(name));
    expect(environment).toEqual(
      expect.arrayContaining(['GF_AUTH_GITHUB_CLIENT_SECRET', 'GF_SECURITY_SECRET_KEY']),
    );
    for (const { secureJsonData = {} } of datasources) {
      for (const value of Object.values(secureJsonData)) expect(environment).toContain(value.slice(1));
    }
  });

  it('has a pinned plugin for every datasource that Grafana does not know by itself', () => {
    for (const { type } of datasources.filter((each) => each.type !== 'prometheus')) {
      expect(values.plugins.some((plugin) => new RegExp(`^${type} \\d+\\.\\d+\\.\\d+$`).test(plugin))).toBe(
        true,
      );
    }
  });

  it('may read ConfigMaps of every namespace, and nothing else', () => {
    const role = load(read(`host/grafana/ClusterRole.${values.rbac.useExistingClusterRole}.yaml`)) as {
      rules: readonly { readonly resources: readonly string[] }[];
    };
    expect(role.rules.flatMap(({ resources }) => resources)).toEqual(['configmaps']);
  });

  it('finds the dashboard of the platform, whose panels ask datasources that exist', () => {
    const map = load(read('host/watch/ConfigMap.dashboard-platform.yaml')) as {
      metadata: { labels: Record<string, string>; annotations: Record<string, string> };
      data: Record<string, string>;
    };
    expect(map.metadata.labels).toHaveProperty('grafana_dashboard');
    expect(map.metadata.annotations).toHaveProperty(values.sidecar.dashboards.folderAnnotation);
    const { panels } = JSON.parse(map.data['platform.json'] ?? '') as {
      panels: readonly { id: number; datasource: { uid: string } }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { datasource } of panels) expect(datasources.map(({ uid }) => uid)).toContain(datasource.uid);
  });

  it('keeps 10 Gi on replicated storage, in a restricted namespace', () => {
    expect(values.persistence).toMatchObject({ size: '10Gi', storageClassName: 'mayastor' });
    expect(read('host/grafana/Namespace.grafana.yaml')).toContain('enforce: restricted');
  });
});
