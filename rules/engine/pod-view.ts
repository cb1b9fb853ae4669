import type * as core from 'kubernetes-types/core/v1.js';
import type { LabelSelector } from 'kubernetes-types/meta/v1.js';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { listOf } from './untyped.js';

/** A pod template as rules look at it: what is there, whatever made it. */
export interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
}

/** A type of Kubernetes' own as YAML may say it: whatever is required may be missing. */
type Seen<T> = T extends readonly (infer Each)[]
  ? readonly Seen<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Seen<T[Key]> }
    : T;

/** What a pod is made of. */
export type PodSpec = Seen<core.PodSpec>;
/** Near which other pods a pod wants to be. */
export type PodAffinity = Seen<core.PodAffinity>;
/** Some of those pods. */
export type PodAffinityTerm = Seen<core.PodAffinityTerm>;
/** A program of a pod. */
export type Container = Seen<core.Container>;
/** A variable of its environment. */
export type EnvVar = Seen<core.EnvVar>;
/** What a pod may say for all its containers. */
export type SecurityContext = Pick<
  Seen<core.SecurityContext>,
  keyof core.SecurityContext & keyof core.PodSecurityContext
>;
/** How it is asked whether it works. */
export type Probe = Seen<core.Probe>;
/** Where its files come from. */
export type PodVolume = Seen<core.Volume>;
/** What selects pods by their labels. */
export type Selector = Seen<LabelSelector>;

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
      const value = key === undefined ? undefined : labels[key];
      if (operator === 'In') return value !== undefined && listOf(values).includes(value);
      if (operator === 'NotIn') return value === undefined || !listOf(values).includes(value);
      return operator === 'Exists' ? value !== undefined : value === undefined;
    })
  );
}
