import type { IConstruct } from 'constructs';
import type { HelmSource } from '../argocd/helm-source.js';
import type { Release } from '../argocd/upstream-manifests.js';
import { type Admission, isolateService } from '../network/service-isolation.js';
import type { Component, Platform } from '../platform/platform.js';
import { type IgnoredDifference, Unit } from '../platform/unit.js';
import { assertShape } from '../problems/shape.js';
import { recordSource } from '../problems/source.js';
import { Mark } from '../values/mark.js';
import { nameFault } from '../values/names.js';
import { plainDataFaults } from '../values/plain-data.js';
import { Namespace, type PodSecurity, podSecurityLabels, podSecurityReason } from './namespace.js';

/** A component of the platform itself. */
export interface SystemServiceProps {
  /** Its namespace on the host. @default - its name */
  readonly namespace?: string;
  /**
   * The Pod Security level of its namespace; `privileged` is given with its reason. `'other'` if another
   * service makes the namespace, which it then depends on.
   * @default 'restricted'
   */
  readonly podSecurity?: PodSecurity | 'other';
  /** Labels of its namespace beside those of Pod Security, where no release brings it. @default - none */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Helm charts that Argo CD renders. @default - none */
  readonly charts?: readonly HelmSource[];
  /** An upstream release that ships as YAML. If it brings the namespace, patch nothing: the labels are added. @default - none */
  readonly release?: Release & { readonly bringsNamespace?: boolean };
  /** The config management plugin of Argo CD that renders its folder: `argocd-lovely-plugin-v1.0`. @default - Argo CD itself */
  readonly plugin?: string;
  /** The services that must be healthy first. @default - none */
  readonly dependsOn?: readonly Component[];
  /** Who may call it from other namespaces. @default - nobody */
  readonly admits?: readonly Admission[];
  /** API groups, or single kinds as `group/Kind`, whose custom resources work on the host once it is healthy. @default - none */
  readonly provides?: readonly string[];
  /** Sync options beside the platform's own, for example `ServerSideApply=true` for large CRDs. @default - none */
  readonly syncOptions?: readonly string[];
  /** Differences that Argo CD leaves alone. @default - none */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  /** `false` takes it off the cluster. @default true */
  readonly enabled?: boolean;
}

const services = new Mark<SystemService>();

/** One system service: a unit on the host, with its namespace. Its custom resources are made with it as their scope. */
export class SystemService extends Unit {
  /** Whether `construct` is a system service. */
  static isSystemService(construct: IConstruct): construct is SystemService {
    return services.isOn(construct);
  }

  /** Why its namespace is privileged; undefined if it is not. */
  readonly privilegedBecause?: string;

  constructor(platform: Platform, id: string, props: SystemServiceProps = {}) {
    assertShape('SystemService', props);
    const { namespace = id, podSecurity = 'restricted', release, dependsOn = [], ...unit } = props;
    super(platform, platform.claimId(id), {
      ...unit,
      cluster: platform.hostCluster,
      project: platform.systemServices,
      namespace,
      release:
        release &&
        (podSecurity !== 'other' && release.bringsNamespace
          ? withLabels(release, namespace, podSecurity)
          : release),
    });
    recordSource(this);
    services.put(this);
    this.privilegedBecause = typeof podSecurity === 'object' ? podSecurity.privileged : undefined;
    const faults = [
      ...(props.charts ?? []).flatMap(({ values }, index) =>
        plainDataFaults(values ?? {}, ['charts', `${index}`, 'values']),
      ),
      nameFault(id),
      namespace === id
        ? undefined
        : nameFault(namespace, { en: 'namespace', fr: 'namespace' }, ['namespace']),
    ];
    platform.problems.add(this, ...faults.flatMap((each) => each ?? []));
    for (const component of dependsOn) platform.components.want(this, component);
    if (this.enabled) platform.provide(this, this.provides);
    if (podSecurity === 'other') return;
    if (!release?.bringsNamespace) new Namespace(this, namespace, podSecurity, props.namespaceLabels);
    this.isolate(platform, props.admits ?? []);
  }

  /** Closes its namespace to all others but those it admits. */
  protected isolate(platform: Platform, admits: readonly Admission[]): void {
    isolateService(this, admits, platform.props.ingress.namespace);
  }
}

/** Kustomize refuses a namespace that the release has already: the labels become a patch of it. */
const withLabels = (release: Release, namespace: string, level: PodSecurity): Release => ({
  ...release,
  patches: [
    ...(release.patches ?? []),
    {
      target: { kind: 'Namespace', name: namespace },
      patch: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: namespace,
          labels: podSecurityLabels(level),
          ...(typeof level === 'object' && { annotations: podSecurityReason(level) }),
        },
      },
    },
  ],
});
