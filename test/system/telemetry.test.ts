import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { settings } from '../../system/settings.js';

const dist = resolve(import.meta.dirname, '../../dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const waveOf = (name: string) => {
  const { metadata } = load(read(`argocd/Application.host-${name}.yaml`)) as {
    metadata: { annotations: Record<string, string> };
  };
  return Number(metadata.annotations['argocd.argoproj.io/sync-wave']);
};

interface Pipeline {
  readonly receivers: string[];
  readonly processors: string[];
  readonly exporters: string[];
}
interface Config {
  readonly receivers: Record<string, { protocols?: Record<string, { endpoint: string }> }>;
  readonly processors: object;
  readonly exporters: Record<string, { endpoint: string; ttl?: string; cluster_name?: string }>;
  readonly connectors?: object;
  readonly extensions: object;
  readonly service: { readonly extensions: string[]; readonly pipelines: Record<string, Pipeline> };
}
const specOf = (name: string) =>
  (
    load(read(`host/telemetry/OpenTelemetryCollector.${name}.yaml`)) as {
      spec: { config: string; env: { name: string; valueFrom?: object }[]; image: string };
    }
  ).spec;
const configOf = (name: string) => load(specOf(name).config) as Config;
const gateway = configOf('gateway');

describe('telemetry', () => {
  it('comes after the operator, its certificates and the store', () => {
    expect(waveOf('opentelemetry-operator')).toBeGreaterThan(waveOf('cert-manager'));
    expect(waveOf('telemetry')).toBeGreaterThan(waveOf('opentelemetry-operator'));
    expect(waveOf('telemetry')).toBeGreaterThan(waveOf('clickhouse-otel'));
  });

  it.each(['agent', 'gateway'])('%s uses what it declares, and declares what it uses', (name) => {
    const config = configOf(name);
    const pipelines = Object.values(config.service.pipelines);
    const connectors = Object.keys(config.connectors ?? {});
    const used = (part: keyof Pipeline) => new Set(pipelines.flatMap((pipeline) => pipeline[part]));
    expect(used('receivers')).toEqual(new Set([...Object.keys(config.receivers), ...connectors]));
    expect(used('processors')).toEqual(new Set(Object.keys(config.processors)));
    expect(used('exporters')).toEqual(new Set([...Object.keys(config.exporters), ...connectors]));
    expect(new Set(config.service.extensions)).toEqual(new Set(Object.keys(config.extensions)));
  });

  it.each(['agent', 'gateway'])('%s guards its memory first and makes batches last', (name) => {
    for (const { processors } of Object.values(configOf(name).service.pipelines)) {
      expect(processors[0]).toBe('memory_limiter');
      expect(processors.at(-1)).toBe('batch');
    }
  });

  it.each(['agent', 'gateway'])('%s has every variable that its configuration names', (name) => {
    const { config, env } = specOf(name);
    const given = new Set([...env.map((variable) => variable.name), 'POD_NAME']);
    for (const [, variable] of config.matchAll(/\$\{env:(\w+)\}/g)) expect(given).toContain(variable);
  });

  it('keeps all three kinds of signal, for 14 days, on the cluster that there is', () => {
    const { clickhouse } = gateway.exporters;
    expect(clickhouse).toMatchObject({ ttl: '336h', cluster_name: '`deployment-pv`' });
    expect(clickhouse?.endpoint).toBe(
      'tcp://clickhouse-clickhouse-otel-monitoring.clickhouse-system.svc.cluster.local:9000',
    );
    for (const signal of ['traces', 'metrics', 'logs']) {
      expect(gateway.service.pipelines[signal]?.exporters).toContain('clickhouse');
    }
  });

  it('takes OTLP on its usual ports, and agents send where the gateway listens', () => {
    expect(gateway.receivers['otlp']?.protocols).toMatchObject({
      grpc: { endpoint: '0.0.0.0:4317' },
      http: { endpoint: '0.0.0.0:4318' },
    });
    const port = configOf('agent').exporters['otlp']?.endpoint.split(':').at(-1);
    expect(gateway.receivers['otlp/agent']?.protocols?.['grpc']?.endpoint).toBe(`0.0.0.0:${port}`);
  });

  it('offers instrumentation by language', () => {
    const names = readdirSync(join(dist, 'host/telemetry')).filter((name) =>
      name.startsWith('Instrumentation.'),
    );
    expect(names).toEqual(
      ['dotnet', 'java', 'nodejs', 'python'].map((name) => `Instrumentation.${name}.yaml`),
    );
  });

  it('brings no Secret', () =>
    expect(readdirSync(join(dist, 'host/telemetry')).filter((name) => name.startsWith('Secret.'))).toEqual(
      [],
    ));

  it('is found by pods of virtual clusters under the name that Instrumentations give', () => {
    const { telemetry } = settings;
    for (const language of ['java', 'nodejs', 'python', 'dotnet']) {
      const { spec } = load(read(`host/telemetry/Instrumentation.${language}.yaml`)) as {
        spec: { exporter: { endpoint: string } };
      };
      const { hostname, port } = new URL(spec.exporter.endpoint);
      expect(hostname).toBe(`${telemetry.service}.${telemetry.namespace}.svc.cluster.local`);
      expect(Object.values(telemetry.ports)).toContain(Number(port));
    }
    for (const cluster of ['prod', 'staging', 'sandbox']) {
      const name = `${telemetry.namespace}/${telemetry.service}`;
      expect(read(`argocd/Application.host-vcluster-${cluster}.yaml`)).toContain(`from: ${name}`);
    }
  });

  it('knows of the logs of a pod of a virtual cluster whose they are', () => {
    const { processors } = gateway as unknown as {
      processors: Record<string, { extract: { labels: { tag_name: string; key: string }[] } }>;
    };
    const { labels } = processors['k8sattributes/agent']?.extract ?? { labels: [] };
    expect(labels.map(({ tag_name, key }) => [tag_name, key])).toEqual([
      ['vcluster.name', 'vcluster.loft.sh/managed-by'],
      ['vcluster.namespace', 'vcluster.loft.sh/namespace'],
      ['program', 'app.kubernetes.io/name'],
    ]);
  });
});
