import type { ObjectRule } from '../engine/rule.js';

/** Which versions of kinds, or of all of a group (`*`), Kubernetes serves no more, since when, and what to use. */
const removed: Readonly<Record<string, readonly [since: string, use: string]>> = {
  'extensions/v1beta1/Ingress': ['1.22', 'networking.k8s.io/v1'],
  'extensions/v1beta1/NetworkPolicy': ['1.16', 'networking.k8s.io/v1'],
  'extensions/v1beta1/*': ['1.16', 'apps/v1'],
  'apps/v1beta1/*': ['1.16', 'apps/v1'],
  'apps/v1beta2/*': ['1.16', 'apps/v1'],
  'admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration': [
    '1.22',
    'admissionregistration.k8s.io/v1',
  ],
  'admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration': [
    '1.22',
    'admissionregistration.k8s.io/v1',
  ],
  'apiextensions.k8s.io/v1beta1/*': ['1.22', 'apiextensions.k8s.io/v1'],
  'apiregistration.k8s.io/v1beta1/*': ['1.22', 'apiregistration.k8s.io/v1'],
  'certificates.k8s.io/v1beta1/*': ['1.22', 'certificates.k8s.io/v1'],
  'coordination.k8s.io/v1beta1/*': ['1.22', 'coordination.k8s.io/v1'],
  'networking.k8s.io/v1beta1/Ingress': ['1.22', 'networking.k8s.io/v1'],
  'networking.k8s.io/v1beta1/IngressClass': ['1.22', 'networking.k8s.io/v1'],
  'rbac.authorization.k8s.io/v1alpha1/*': ['1.22', 'rbac.authorization.k8s.io/v1'],
  'rbac.authorization.k8s.io/v1beta1/*': ['1.22', 'rbac.authorization.k8s.io/v1'],
  'scheduling.k8s.io/v1beta1/*': ['1.22', 'scheduling.k8s.io/v1'],
  'storage.k8s.io/v1beta1/CSIDriver': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/CSINode': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/StorageClass': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/VolumeAttachment': ['1.22', 'storage.k8s.io/v1'],
  'autoscaling/v2beta1/*': ['1.25', 'autoscaling/v2'],
  'batch/v1beta1/*': ['1.25', 'batch/v1'],
  'discovery.k8s.io/v1beta1/*': ['1.25', 'discovery.k8s.io/v1'],
  'events.k8s.io/v1beta1/*': ['1.25', 'events.k8s.io/v1'],
  'node.k8s.io/v1beta1/*': ['1.25', 'node.k8s.io/v1'],
  'policy/v1beta1/PodSecurityPolicy': [
    '1.25',
    'labels pod-security.kubernetes.io/enforce on namespaces instead',
  ],
  'policy/v1beta1/*': ['1.25', 'policy/v1'],
  'autoscaling/v2beta2/*': ['1.26', 'autoscaling/v2'],
  'flowcontrol.apiserver.k8s.io/v1beta1/*': ['1.26', 'flowcontrol.apiserver.k8s.io/v1beta3'],
  'storage.k8s.io/v1beta1/CSIStorageCapacity': ['1.27', 'storage.k8s.io/v1'],
  'flowcontrol.apiserver.k8s.io/v1beta2/*': ['1.29', 'flowcontrol.apiserver.k8s.io/v1beta3'],
  'resource.k8s.io/v1alpha1/*': ['1.27', 'resource.k8s.io/v1beta1, from 1.32 on'],
  'resource.k8s.io/v1alpha2/*': ['1.31', 'resource.k8s.io/v1beta1, from 1.32 on'],
  'flowcontrol.apiserver.k8s.io/v1beta3/*': ['1.32', 'flowcontrol.apiserver.k8s.io/v1, from 1.29 on'],
};

const budget = (version: string) =>
  `apiVersion: policy/${version}\nkind: PodDisruptionBudget\nmetadata: { name: chess }\nspec: { maxUnavailable: 1, selector: { matchLabels: { app: chess } } }`;

export const stableApiVersion: ObjectRule = {
  id: 'stable-api-version',
  title: 'No object is of an API version that Kubernetes removes',
  why: 'After the update that removes it the API server refuses the object, and Argo CD can no longer sync anything beside it.',
  fix: 'Write the newer apiVersion, and what it asks for',
  lists: ['kube-score/stable-version', 'kube-linter/no-extensions-v1beta'],
  check: ({ manifest: { apiVersion, kind } }) => {
    const gone = removed[`${apiVersion}/${kind}`] ?? removed[`${apiVersion}/*`];
    if (!gone) return [];
    const [since, use] = gone;
    return [{ what: `Kubernetes ${since} and later serve no ${kind} of '${apiVersion}'`, fix: `Use ${use}` }];
  },
  good: budget('v1'),
  bad: budget('v1beta1'),
};
