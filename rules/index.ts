import { applicationCluster } from './argocd/application-cluster.js';
import { applicationFolder } from './argocd/application-folder.js';
import { applicationProject } from './argocd/application-project.js';
import { applicationSync } from './argocd/application-sync.js';
import { clubProject } from './argocd/club-project.js';
import { kustomizationResources } from './argocd/kustomization-resources.js';
import { oneOwner } from './argocd/one-owner.js';
import { operatorPresent } from './argocd/operator-present.js';
import { owner } from './argocd/owner.js';
import { projectAllows } from './argocd/project-allows.js';
import { budgetAllows } from './availability/budget-allows.js';
import { budgetPresent } from './availability/budget-present.js';
import { budgetTarget } from './availability/budget-target.js';
import { cronjobConcurrency } from './availability/cronjob-concurrency.js';
import { cronjobDeadline } from './availability/cronjob-deadline.js';
import { highlyAvailable } from './availability/highly-available.js';
import { hpaReplicas } from './availability/hpa-replicas.js';
import { hpaTarget } from './availability/hpa-target.js';
import { jobTtl } from './availability/job-ttl.js';
import { priorityClass } from './availability/priority-class.js';
import { priorityClassRef } from './availability/priority-class-ref.js';
import { restartPolicy } from './availability/restart-policy.js';
import { rollingUpdate } from './availability/rolling-update.js';
import { rolloutTarget } from './availability/rollout-target.js';
import { selectorMatchesTemplate } from './availability/selector-matches-template.js';
import { spreadOverNodes } from './availability/spread-over-nodes.js';
import { statefulSetServiceName } from './availability/stateful-set-service-name.js';
import { volumeHandOver } from './availability/volume-hand-over.js';
import { duplicateEnv } from './containers/duplicate-env.js';
import { duplicatePortName } from './containers/duplicate-port-name.js';
import { ephemeralStorage } from './containers/ephemeral-storage.js';
import { imageRegistry } from './containers/image-registry.js';
import { imageTag } from './containers/image-tag.js';
import { livenessProbe } from './containers/liveness-probe.js';
import { probePort } from './containers/probe-port.js';
import { probesDiffer } from './containers/probes-differ.js';
import { pullPolicy } from './containers/pull-policy.js';
import { readinessProbe } from './containers/readiness-probe.js';
import { requestWithinLimit } from './containers/request-within-limit.js';
import { requestsAndLimits } from './containers/requests-and-limits.js';
import { volumeMounts } from './containers/volume-mounts.js';
import type { Rule } from './engine/rule.js';
import { ingressClass } from './network/ingress-class.js';
import { ingressService } from './network/ingress-service.js';
import { ingressTls } from './network/ingress-tls.js';
import { issuer } from './network/issuer.js';
import { monitorTarget } from './network/monitor-target.js';
import { networkPolicyNarrow } from './network/network-policy-narrow.js';
import { networkPolicyPeers } from './network/network-policy-peers.js';
import { networkPolicyTarget } from './network/network-policy-target.js';
import { podIsolated } from './network/pod-isolated.js';
import { servicePort } from './network/service-port.js';
import { serviceSelectsPods } from './network/service-selects-pods.js';
import { serviceType } from './network/service-type.js';
import { uniqueHost } from './network/unique-host.js';
import { annotationName } from './objects/annotation-name.js';
import { annotationPlace } from './objects/annotation-place.js';
import { annotationValue } from './objects/annotation-value.js';
import { instanceLabel } from './objects/instance-label.js';
import { labelValues } from './objects/label-values.js';
import { schema } from './objects/schema.js';
import { stableApiVersion } from './objects/stable-api-version.js';
import { apparmor } from './pods/apparmor.js';
import { dropCapabilities } from './pods/drop-capabilities.js';
import { highUserId } from './pods/high-user-id.js';
import { noHostNamespaces } from './pods/no-host-namespaces.js';
import { noHostPath } from './pods/no-host-path.js';
import { noHostPorts } from './pods/no-host-ports.js';
import { noHostProcess } from './pods/no-host-process.js';
import { noPrivilegeEscalation } from './pods/no-privilege-escalation.js';
import { noPrivileged } from './pods/no-privileged.js';
import { noProbeHost } from './pods/no-probe-host.js';
import { noSshPort } from './pods/no-ssh-port.js';
import { ownServiceAccount } from './pods/own-service-account.js';
import { podSecurityLabels } from './pods/pod-security-labels.js';
import { procMount } from './pods/proc-mount.js';
import { readOnlyRoot } from './pods/read-only-root.js';
import { runAsNonRoot } from './pods/run-as-non-root.js';
import { safeSysctls } from './pods/safe-sysctls.js';
import { seccomp } from './pods/seccomp.js';
import { selinux } from './pods/selinux.js';
import { tokenAutomount } from './pods/token-automount.js';
import { volumeTypes } from './pods/volume-types.js';
import { noClusterAdmin } from './rights/no-cluster-admin.js';
import { noExecRoles } from './rights/no-exec-roles.js';
import { noWildcardRoles } from './rights/no-wildcard-roles.js';
import { podCreation } from './rights/pod-creation.js';
import { roleRef } from './rights/role-ref.js';
import { secretsAccess } from './rights/secrets-access.js';
import { envVarSecret } from './secrets/env-var-secret.js';
import { noCredentials } from './secrets/no-credentials.js';
import { noSecretData } from './secrets/no-secret-data.js';
import { secretProviderClassRef } from './secrets/secret-provider-class-ref.js';
import { secretRef } from './secrets/secret-ref.js';
import { sensitiveConfigMap } from './secrets/sensitive-config-map.js';
import { claimRef } from './storage/claim-ref.js';
import { configMapRef } from './storage/config-map-ref.js';
import { keptVolumes } from './storage/kept-volumes.js';
import { namespaceExists } from './storage/namespace-exists.js';
import { personalData } from './storage/personal-data.js';
import { serviceAccountRef } from './storage/service-account-ref.js';
import { storageClassRef } from './storage/storage-class-ref.js';
import { vaultAccount } from './vault/vault-account.js';
import { vaultAppPath } from './vault/vault-app-path.js';
import { vaultPath } from './vault/vault-path.js';
import { vaultRole } from './vault/vault-role.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  annotationName,
  annotationPlace,
  annotationValue,
  apparmor,
  applicationCluster,
  applicationFolder,
  applicationProject,
  applicationSync,
  budgetAllows,
  budgetPresent,
  budgetTarget,
  claimRef,
  clubProject,
  configMapRef,
  cronjobConcurrency,
  cronjobDeadline,
  dropCapabilities,
  duplicateEnv,
  duplicatePortName,
  envVarSecret,
  ephemeralStorage,
  highUserId,
  highlyAvailable,
  hpaReplicas,
  hpaTarget,
  imageRegistry,
  imageTag,
  ingressClass,
  ingressService,
  ingressTls,
  instanceLabel,
  issuer,
  jobTtl,
  keptVolumes,
  kustomizationResources,
  labelValues,
  livenessProbe,
  monitorTarget,
  namespaceExists,
  networkPolicyNarrow,
  networkPolicyPeers,
  networkPolicyTarget,
  noClusterAdmin,
  noCredentials,
  noExecRoles,
  noHostNamespaces,
  noHostPath,
  noHostPorts,
  noHostProcess,
  noPrivilegeEscalation,
  noPrivileged,
  noProbeHost,
  noSecretData,
  noSshPort,
  noWildcardRoles,
  oneOwner,
  operatorPresent,
  ownServiceAccount,
  owner,
  personalData,
  podCreation,
  podIsolated,
  podSecurityLabels,
  priorityClass,
  priorityClassRef,
  probePort,
  probesDiffer,
  procMount,
  projectAllows,
  pullPolicy,
  readOnlyRoot,
  readinessProbe,
  requestWithinLimit,
  requestsAndLimits,
  restartPolicy,
  roleRef,
  rollingUpdate,
  rolloutTarget,
  runAsNonRoot,
  safeSysctls,
  schema,
  seccomp,
  secretProviderClassRef,
  secretRef,
  secretsAccess,
  selectorMatchesTemplate,
  selinux,
  sensitiveConfigMap,
  serviceAccountRef,
  servicePort,
  serviceSelectsPods,
  serviceType,
  spreadOverNodes,
  stableApiVersion,
  statefulSetServiceName,
  storageClassRef,
  tokenAutomount,
  uniqueHost,
  vaultAccount,
  vaultAppPath,
  vaultPath,
  vaultRole,
  volumeHandOver,
  volumeMounts,
  volumeTypes,
];
