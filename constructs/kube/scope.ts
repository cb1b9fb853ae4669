/**
 * The kinds that live outside namespaces, as `group/Kind`: Kubernetes 1.28's own, and those of the custom
 * resources that the platform uses. Needed because an object's identity has no namespace then.
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
  'apiextensions.crossplane.io/CompositeResourceDefinition',
  'apiextensions.crossplane.io/Composition',
  'argocd.crossplane.io/ProviderConfig',
  'argoproj.io/ClusterAnalysisTemplate',
  'cdi.kubevirt.io/CDI',
  'cert-manager.io/ClusterIssuer',
  'cloudplatform.gcp.upbound.io/ProjectIAMMember',
  'cloudplatform.gcp.upbound.io/ServiceAccount',
  'cloudplatform.gcp.upbound.io/ServiceAccountKey',
  'cluster.argocd.crossplane.io/Cluster',
  'dns.gcp.upbound.io/ManagedZone',
  'dns.gcp.upbound.io/RecordSet',
  'gateway.networking.k8s.io/GatewayClass',
  'gcp.upbound.io/ProviderConfig',
  'kms.gcp.upbound.io/CryptoKey',
  'kms.gcp.upbound.io/CryptoKeyIAMMember',
  'kms.gcp.upbound.io/KeyRing',
  'kubernetes.crossplane.io/Object',
  'kubernetes.crossplane.io/ProviderConfig',
  'kuma.io/Mesh',
  'kuma.io/MeshGatewayConfig',
  'pkg.crossplane.io/DeploymentRuntimeConfig',
  'pkg.crossplane.io/Function',
  'pkg.crossplane.io/Provider',
  'policy.sigstore.dev/ClusterImagePolicy',
  'snapshot.storage.k8s.io/VolumeSnapshotClass',
  'snapshot.storage.k8s.io/VolumeSnapshotContent',
  'storage.gcp.upbound.io/Bucket',
  'storage.gcp.upbound.io/BucketIAMMember',
]);

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
