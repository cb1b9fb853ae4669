import type { IConstruct } from 'constructs';
import { Platform } from '../platform/platform.js';
import type { AppEnvironment } from './app-environment.js';

/** The languages whose programs can be traced from outside, and what the operator of OpenTelemetry calls them. */
export const tracedLanguages = { dotnet: 'dotnet', java: 'java', node: 'nodejs', python: 'python' } as const;

/** A language whose programs can be traced from outside. */
export type TracedLanguage = keyof typeof tracedLanguages;

/** Whether and how a program sends telemetry of its own. */
export interface OwnTelemetry {
  readonly telemetry?: boolean;
  readonly traces?: TracedLanguage;
}

/**
 * What OpenTelemetry's SDKs look for: who they are, since on the host a pod of a virtual cluster has no Deployment
 * that would tell, and where to send. The latter the operator says by itself where it puts in the SDK.
 */
export function telemetryEnv(
  at: AppEnvironment,
  name: string,
  { telemetry, traces }: OwnTelemetry,
): Record<string, string> {
  if (!telemetry && !traces) return {};
  const { app, environment } = at;
  const who = {
    OTEL_SERVICE_NAME: name,
    OTEL_RESOURCE_ATTRIBUTES: `service.namespace=${app},deployment.environment=${environment}`,
  };
  if (traces) return who;
  const { service, namespace, ports } = Platform.of(at).props.telemetry;
  return {
    ...who,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${service}.${namespace}.svc.cluster.local:${ports.http}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  };
}

/**
 * What has the operator put tracing into a pod. vcluster copies annotations to the pod's twin on the host, where the
 * operator's webhook sees it; the container that it adds is on the host alone.
 */
export function telemetryAnnotations(
  at: IConstruct,
  { traces }: OwnTelemetry,
): Record<string, string> | undefined {
  const language = traces && tracedLanguages[traces];
  if (!language) return undefined;
  const { namespace } = Platform.of(at).props.telemetry;
  return { [`instrumentation.opentelemetry.io/inject-${language}`]: `${namespace}/${language}` };
}
