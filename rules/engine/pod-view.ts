import type { Manifest } from '../../constructs/kube/manifest.js';
import { listOf } from './untyped.js';

/** A pod template as rules look at it: what is there, whatever made it. */
export interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
}

/** What rules ask of a pod's spec. */
export interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly PodVolume[];
  readonly securityContext?: SecurityContext & {
    readonly fsGroup?: number;
    readonly sysctls?: readonly { readonly name: string }[];
  };
  readonly serviceAccountName?: string;
  /** What `serviceAccountName` was called before. */
  readonly serviceAccount?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly priorityClassName?: string;
  readonly restartPolicy?: string;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly affinity?: { readonly podAntiAffinity?: PodAffinity; readonly podAffinity?: PodAffinity };
  readonly topologySpreadConstraints?: readonly {
    readonly labelSelector?: Selector;
    readonly topologyKey: string;
  }[];
}
export interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly podAffinityTerm?: PodAffinityTerm;
  }[];
}
export interface PodAffinityTerm {
  readonly labelSelector?: Selector;
  readonly topologyKey?: string;
}
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly command?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly {
    readonly secretRef?: NamedReference;
    readonly configMapRef?: NamedReference;
  }[];
  readonly ports?: readonly {
    readonly name?: string;
    readonly containerPort: number;
    readonly hostPort?: number;
    readonly protocol?: string;
  }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string | number>>;
    readonly limits?: Readonly<Record<string, string | number>>;
  };
  readonly securityContext?: SecurityContext & {
    readonly privileged?: boolean;
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly procMount?: string;
    readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  };
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly postStart?: Probe; readonly preStop?: Probe };
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
    readonly subPath?: string;
  }[];
}
export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: NamedReference & { readonly key: string };
    readonly configMapKeyRef?: NamedReference & { readonly key: string };
  };
}
export interface NamedReference {
  readonly name: string;
  readonly optional?: boolean;
}
export interface SecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly seccompProfile?: { readonly type: string };
  readonly appArmorProfile?: { readonly type: string };
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
  readonly windowsOptions?: { readonly hostProcess?: boolean };
}
export interface Probe {
  readonly httpGet?: { readonly port: string | number; readonly path?: string; readonly host?: string };
  readonly tcpSocket?: { readonly port: string | number; readonly host?: string };
  readonly grpc?: { readonly port: number };
  readonly exec?: { readonly command: readonly string[] };
}
export interface PodVolume {
  readonly name: string;
  readonly hostPath?: { readonly path: string };
  readonly configMap?: NamedReference;
  readonly secret?: { readonly secretName: string; readonly optional?: boolean };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly csi?: { readonly driver: string; readonly volumeAttributes?: Readonly<Record<string, string>> };
  readonly [kind: string]: unknown;
}

/** What selects pods by their labels. */
export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

interface Template {
  readonly metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  readonly spec?: PodSpec;
}

const templated = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'Rollout']);

/** The pods that an object makes, if it makes any. */
export function podIn(manifest: Manifest): Pod | undefined {
  const { kind, metadata } = manifest;
  const spec = manifest['spec'] as
    | (PodSpec & { template?: Template; jobTemplate?: { spec?: { template?: Template } } })
    | undefined;
  if (kind === 'Pod') return view({ metadata, spec });
  if (kind === 'CronJob') return view(spec?.jobTemplate?.spec?.template);
  return templated.has(kind) ? view(spec?.template) : undefined;
}

const view = (template: Template | undefined): Pod | undefined =>
  template && {
    labels: template.metadata?.labels ?? {},
    annotations: template.metadata?.annotations ?? {},
    spec: template.spec ?? {},
  };

/** The containers of a pod, those that run first included. */
export const containersOf = ({ spec }: Pod): readonly Container[] => [
  ...listOf(spec.initContainers),
  ...listOf(spec.containers),
];

/** Whether labels are selected. A selector that says nothing selects everything. */
export function selects(
  { matchLabels, matchExpressions }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    listOf(matchExpressions).every(({ key, operator, values }) => {
      const value = labels[key];
      if (operator === 'In') return value !== undefined && listOf(values).includes(value);
      if (operator === 'NotIn') return value === undefined || !listOf(values).includes(value);
      return operator === 'Exists' ? value !== undefined : value === undefined;
    })
  );
}
