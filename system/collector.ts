import { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { toYaml } from '#constructs';

// Newer than the operator, which only starts it: of its own age, the exporter to ClickHouse makes no replicated tables.
const image = 'docker.io/otel/opentelemetry-collector-contrib:0.111.0';

/** What is said of an OpenTelemetryCollector here. The type generated for it all is 565 kB, loaded at every synth. */
export interface CollectorSpec {
  readonly mode: 'daemonset' | 'deployment';
  readonly replicas?: number;
  readonly config: object;
  readonly env?: readonly k8s.EnvVar[];
  readonly resources: Record<'requests' | 'limits', { readonly cpu: string; readonly memory: string }>;
  readonly securityContext: k8s.SecurityContext;
  readonly podSecurityContext?: k8s.PodSecurityContext;
  readonly volumes?: readonly k8s.Volume[];
  readonly volumeMounts?: readonly k8s.VolumeMount[];
  readonly tolerations?: readonly k8s.Toleration[];
  readonly topologySpreadConstraints?: readonly k8s.TopologySpreadConstraint[];
  readonly podDisruptionBudget?: { readonly maxUnavailable: number };
}

/** A collector `name`. Its pods' service account, and the Service before them, are called `<name>-collector`. */
export const collector = (scope: Construct, name: string, { config, ...spec }: CollectorSpec): ApiObject =>
  new ApiObject(scope, name, {
    apiVersion: 'opentelemetry.io/v1alpha1',
    kind: 'OpenTelemetryCollector',
    metadata: { name },
    spec: {
      image,
      upgradeStrategy: 'none', // else the operator rewrites the configuration that stands here
      ...spec,
      config: toYaml(config),
    },
  });
