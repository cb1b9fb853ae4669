import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The kinds that live outside namespaces, as `group/Kind`: Kubernetes 1.28's own, and the custom resources whose CRD
 * says so. Needed because an object's identity has no namespace then.
 */
const clusterScoped = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest',
  'flowcontrol.apiserver.k8s.io/FlowSchema',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
  ...clusterScopedCustomResources(),
]);

function clusterScopedCustomResources(): string[] {
  const file = fileURLToPath(new URL('../../imports/schemas/kinds.json', import.meta.url));
  const kinds = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly scope: string }>;
  return Object.keys(kinds).filter((kind) => kinds[kind]?.scope === 'Cluster');
}

/** Whether objects of this group and kind live outside namespaces. */
export const isClusterScoped = (group: string, kind: string): boolean =>
  clusterScoped.has(`${group}/${kind}`);

/** Whether an API group is Kubernetes' own, there on every cluster, rather than an operator's. */
export const isBuiltInGroup = (group: string): boolean =>
  !group.includes('.') || group === 'storage.k8s.io' || coreSuffixes.has(group);

const coreSuffixes = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
]);
