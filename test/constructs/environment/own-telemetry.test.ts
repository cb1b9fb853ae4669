import { describe, expect, it } from 'vitest';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import { app, base, objectAt, problemsOf, testPlatform } from '../../platform.js';

/** Without the file and line of the declaration. */
const withoutLine = (problem: string) => problem.replace(/^\S+ /, '');
const prod = { host: 'chess.example.com' };
const chess = (props: Partial<ClubAppProps>) => testPlatform().add(app('chess', { prod, ...props }));
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (...args: Parameters<typeof objectAt>): any => objectAt(...args);
const podOf = (platform: ReturnType<typeof chess>) =>
  at(platform, 'prod/chess/Deployment.chess.yaml').spec.template;
const egressOf = (platform: ReturnType<typeof chess>) =>
  at(platform, 'host/chess-prod/NetworkPolicy.chess-prod.yaml').spec.egress;
const gateway = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'opentelemetry-collector' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'gateway-collector' } },
    },
  ],
  ports: [
    { port: 4317, protocol: 'TCP' },
    { port: 4318, protocol: 'TCP' },
  ],
};

describe('an app that sends telemetry', () => {
  const platform = chess({ base: { ...base, telemetry: true } });

  it('is told where, under the name that its virtual cluster has it by', () => {
    const { env } = podOf(platform).spec.containers[0];
    expect(env).toEqual([
      { name: 'OTEL_SERVICE_NAME', value: 'chess' },
      { name: 'OTEL_RESOURCE_ATTRIBUTES', value: 'service.namespace=chess,deployment.environment=prod' },
      {
        name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
        value: 'http://gateway-collector.opentelemetry-collector.svc.cluster.local:4318',
      },
      { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' },
    ]);
    const [chart] = at(platform, 'argocd/Application.host-vcluster-prod.yaml').spec.sources;
    const name = 'opentelemetry-collector/gateway-collector';
    expect(chart.helm.valuesObject.mapServices).toEqual({ fromHost: [{ from: name, to: name }] });
  });

  it('may call the gateway and nothing more', () => {
    const silent = chess({});
    expect(egressOf(platform)).toContainEqual(gateway);
    expect(egressOf(platform)).toHaveLength(egressOf(silent).length + 1);
    expect(egressOf(silent)).not.toContainEqual(gateway);
    expect(podOf(silent).spec.containers[0].env).toBeUndefined();
  });

  it('has the last word on what its variables say', () => {
    const named = chess({ base: { ...base, telemetry: true, env: { OTEL_SERVICE_NAME: 'board' } } });
    const { env } = podOf(named).spec.containers[0];
    expect(env.filter(({ name }: { name: string }) => name === 'OTEL_SERVICE_NAME')).toEqual([
      { name: 'OTEL_SERVICE_NAME', value: 'board' },
    ]);
  });
});

describe('an app that is traced from outside', () => {
  it.each([
    ['node', 'nodejs'],
    ['python', 'python'],
    ['java', 'java'],
    ['dotnet', 'dotnet'],
  ] as const)('in %s carries the annotation that the operator looks for', (traces, name) => {
    const platform = chess({ base: { ...base, traces } });
    expect(podOf(platform).metadata.annotations).toEqual({
      [`instrumentation.opentelemetry.io/inject-${name}`]: `opentelemetry-collector/${name}`,
    });
    expect(egressOf(platform)).toContainEqual(gateway);
    const names = podOf(platform).spec.containers[0].env.map((each: { name: string }) => each.name);
    expect(names).toEqual(['OTEL_SERVICE_NAME', 'OTEL_RESOURCE_ATTRIBUTES']); // the rest comes with the SDK
  });

  it('may be one program of several, or one by the clock', () => {
    const platform = chess({
      base: {
        ...base,
        services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', traces: 'python' } },
        jobs: { report: { image: 'ghcr.io/chess/report:1.0.0', schedule: '0 3 * * *', traces: 'java' } },
      },
    });
    expect(podOf(platform).metadata.annotations).toBeUndefined();
    const mail = at(platform, 'prod/chess/Deployment.mail.yaml').spec.template.metadata.annotations;
    expect(Object.keys(mail)).toEqual(['instrumentation.opentelemetry.io/inject-python']);
    const { jobTemplate } = at(platform, 'prod/chess/CronJob.report.yaml').spec;
    expect(Object.keys(jobTemplate.spec.template.metadata.annotations)).toEqual([
      'instrumentation.opentelemetry.io/inject-java',
    ]);
  });

  it('is told of a language that cannot be', () => {
    expect(problemsOf(chess({ base: { ...base, traces: 'nod' as never } })).map(withoutLine)).toEqual([
      `chess base.traces: 'nod' is not a value of traces [field-value]. Did you mean node?`,
    ]);
  });
});
