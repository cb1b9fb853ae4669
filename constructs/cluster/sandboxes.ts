import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { argocdNamespace, finalizer, syncPolicy } from '../argocd/argocd.js';
import type { ChartPin } from '../argocd/helm-source.js';
import { mirrored } from '../kube/mirror.js';
import type { Component, Platform } from '../platform/platform.js';
import { assertShape } from '../problems/shape.js';
import { fault } from '../refusals/fault.js';
import { Namespace } from '../service/namespace.js';
import { NamespaceQuota } from '../service/namespace-quota.js';
import { SystemService } from '../service/system-service.js';
import { nameFault } from '../values/names.js';
import { vclusterValues } from './virtual-cluster.js';

/** A member who gets a sandbox. */
export interface Member {
  /** The GitHub login, in lower case: the sandbox is called `sandbox-<user>`. */
  readonly user: string;
  /** The e-mail address by which the cluster knows the member. */
  readonly email: string;
}

/** Private virtual clusters. */
export interface SandboxesProps {
  /** Who gets one. */
  readonly members: readonly Member[];
  /** The vcluster chart, pinned. */
  readonly chart: ChartPin;
  /** The image of its Kubernetes. */
  readonly image: string;
  /** The services that must be healthy first. @default - none */
  readonly dependsOn?: readonly Component[];
}

/** How much of the host one sandbox may take. */
const quota = {
  'requests.cpu': '1',
  'requests.memory': '2Gi',
  'limits.cpu': '4',
  'limits.memory': '4Gi',
  'requests.storage': '10Gi',
  pods: '20',
};

/** The chart leaves the CPU of the control plane open, and what a container gets by default would be too little. */
const controlPlane = { resources: { limits: { cpu: '1' } } };

/**
 * An ApplicationSet that gives each member a virtual cluster of their own in namespace `sandbox-<user>`, with a quota,
 * shut in from everything else, and with the right to connect to it and to nothing beyond.
 * Reports a user whose name is no DNS label, and one who is listed twice.
 */
export class Sandboxes extends SystemService {
  constructor(platform: Platform, id: string, props: SandboxesProps) {
    assertShape('Sandboxes', props);
    super(platform, id, { namespace: argocdNamespace, podSecurity: 'other', dependsOn: props.dependsOn });
    const room = { name: platform.hostCluster.destination, namespace: 'sandbox-*' };
    this.project.reach(room);
    const project = platform.project('sandboxes', {
      description: 'Private virtual clusters of members',
      // What the chart needs to see the host's storage classes and nodes' metrics.
      clusterKinds: ['ClusterRole', 'ClusterRoleBinding'].map((kind) => ({
        group: 'rbac.authorization.k8s.io',
        kind,
      })),
      repositories: [props.chart.repository],
      destinations: [room],
    });
    for (const { user } of props.members) {
      const wrong = nameFault(user, { en: 'user', fr: 'compte' });
      if (wrong) platform.problems.add(this, wrong);
      if (props.members.filter((other) => other.user === user).length > 1)
        platform.problems.add(this, fault('user-twice', { user }));
    }
    const unique = [...new Map(props.members.map((member) => [member.user, member])).values()];
    for (const member of unique) this.makeRoom(member);
    this.makeClusters(platform, project.projectName, props, unique);
  }

  /** The namespace of one member, what it may take, who may connect, and its network policy. */
  private makeRoom({ user, email }: Member): void {
    const namespace = `sandbox-${user}`;
    const metadata = { name: namespace, namespace };
    new Namespace(this, namespace, 'baseline');
    new NamespaceQuota(this, namespace, quota, namespace);
    new k8s.KubeNetworkPolicy(this, `wall ${user}`, {
      metadata,
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
    });
    new k8s.KubeRole(this, `role ${user}`, {
      metadata,
      rules: [
        { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list'] },
        { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['get', 'list'] },
        { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
        { apiGroups: [''], resources: ['secrets'], resourceNames: [`vc-${namespace}`], verbs: ['get'] },
      ],
    });
    new k8s.KubeRoleBinding(this, `binding ${user}`, {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: namespace },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: email }],
    });
  }

  /** Untyped, because the generated types of ApplicationSet repeat those of Application for each of its generators. */
  private makeClusters(
    platform: Platform,
    project: string,
    props: SandboxesProps,
    members: readonly Member[],
  ): void {
    const { chart, image } = props;
    const name = 'sandbox-{{ .user }}';
    new ApiObject(this, 'clusters', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: this.node.id },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [{ list: { elements: members.map(({ user }) => ({ user })) } }],
        template: {
          metadata: { name, finalizers: [finalizer] },
          spec: {
            project,
            destination: { name: platform.hostCluster.destination, namespace: name },
            source: {
              repoURL: mirrored(chart.repository, platform.props.mirror),
              chart: chart.name,
              targetRevision: chart.version,
              // An Ingress of a sandbox could claim any club's host: none is synced.
              helm: {
                releaseName: name,
                valuesObject: { ...vclusterValues(image, false), syncer: controlPlane },
              },
            },
            syncPolicy: syncPolicy(),
          },
        },
      },
    });
  }
}
