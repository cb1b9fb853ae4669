import type { Rule } from '../rule.js';
import { annotationName } from './annotation-name.js';
import { annotationPlace } from './annotation-place.js';
import { annotationValue } from './annotation-value.js';
import { apparmor } from './apparmor.js';
import { applicationCluster } from './application-cluster.js';
import { applicationFolder } from './application-folder.js';
import { applicationProject } from './application-project.js';
import { applicationSync } from './application-sync.js';
import { budgetAllows } from './budget-allows.js';
import { budgetPresent } from './budget-present.js';
import { budgetTarget } from './budget-target.js';
import { claimRef } from './claim-ref.js';
import { clubFence } from './club-fence.js';
import { configMapRef } from './config-map-ref.js';
import { cronjobConcurrency } from './cronjob-concurrency.js';
import { cronjobDeadline } from './cronjob-deadline.js';
import { dropCapabilities } from './drop-capabilities.js';
import { duplicateEnv } from './duplicate-env.js';
import { duplicatePortName } from './duplicate-port-name.js';
import { envVarSecret } from './env-var-secret.js';
import { ephemeralStorage } from './ephemeral-storage.js';
import { highUserId } from './high-user-id.js';
import { highlyAvailable } from './highly-available.js';
import { hpaReplicas } from './hpa-replicas.js';
import { hpaTarget } from './hpa-target.js';
import { imageRegistry } from './image-registry.js';
import { imageTag } from './image-tag.js';
import { ingressClass } from './ingress-class.js';
import { ingressService } from './ingress-service.js';
import { ingressTls } from './ingress-tls.js';
import { instanceLabel } from './instance-label.js';
import { issuer } from './issuer.js';
import { jobTtl } from './job-ttl.js';
import { keptVolumes } from './kept-volumes.js';
import { kustomizationResources } from './kustomization-resources.js';
import { labelValues } from './label-values.js';
import { livenessProbe } from './liveness-probe.js';
import { monitorTarget } from './monitor-target.js';
import { namespaceExists } from './namespace-exists.js';
import { networkPolicyNarrow } from './network-policy-narrow.js';
import { networkPolicyPeers } from './network-policy-peers.js';
import { networkPolicyTarget } from './network-policy-target.js';
import { noClusterAdmin } from './no-cluster-admin.js';
import { noCredentials } from './no-credentials.js';
import { noExecRoles } from './no-exec-roles.js';
import { noHostNamespaces } from './no-host-namespaces.js';
import { noHostPath } from './no-host-path.js';
import { noHostPorts } from './no-host-ports.js';
import { noHostProcess } from './no-host-process.js';
import { noPrivilegeEscalation } from './no-privilege-escalation.js';
import { noPrivileged } from './no-privileged.js';
import { noProbeHost } from './no-probe-host.js';
import { noSecretData } from './no-secret-data.js';
import { noSshPort } from './no-ssh-port.js';
import { noWildcardRoles } from './no-wildcard-roles.js';
import { oneOwner } from './one-owner.js';
import { operatorPresent } from './operator-present.js';
import { ownServiceAccount } from './own-service-account.js';
import { owner } from './owner.js';
import { personalData } from './personal-data.js';
import { podCreation } from './pod-creation.js';
import { podIsolated } from './pod-isolated.js';
import { podSecurityLabels } from './pod-security-labels.js';
import { priorityClass } from './priority-class.js';
import { priorityClassRef } from './priority-class-ref.js';
import { probePort } from './probe-port.js';
import { probesDiffer } from './probes-differ.js';
import { procMount } from './proc-mount.js';
import { projectAllows } from './project-allows.js';
import { pullPolicy } from './pull-policy.js';
import { readOnlyRoot } from './read-only-root.js';
import { readinessProbe } from './readiness-probe.js';
import { requestWithinLimit } from './request-within-limit.js';
import { requestsAndLimits } from './requests-and-limits.js';
import { restartPolicy } from './restart-policy.js';
import { roleRef } from './role-ref.js';
import { rollingUpdate } from './rolling-update.js';
import { rolloutTarget } from './rollout-target.js';
import { runAsNonRoot } from './run-as-non-root.js';
import { safeSysctls } from './safe-sysctls.js';
import { schema } from './schema.js';
import { seccomp } from './seccomp.js';
import { secretProviderClassRef } from './secret-provider-class-ref.js';
import { secretRef } from './secret-ref.js';
import { secretsAccess } from './secrets-access.js';
import { selectorMatchesTemplate } from './selector-matches-template.js';
import { selinux } from './selinux.js';
import { sensitiveConfigMap } from './sensitive-config-map.js';
import { serviceAccountRef } from './service-account-ref.js';
import { servicePort } from './service-port.js';
import { serviceSelectsPods } from './service-selects-pods.js';
import { serviceType } from './service-type.js';
import { spreadOverNodes } from './spread-over-nodes.js';
import { stableApiVersion } from './stable-api-version.js';
import { statefulSetServiceName } from './stateful-set-service-name.js';
import { storageClassRef } from './storage-class-ref.js';
import { tokenAutomount } from './token-automount.js';
import { uniqueHost } from './unique-host.js';
import { vaultAccount } from './vault-account.js';
import { vaultAppPath } from './vault-app-path.js';
import { vaultPath } from './vault-path.js';
import { vaultRole } from './vault-role.js';
import { volumeHandOver } from './volume-hand-over.js';
import { volumeMounts } from './volume-mounts.js';
import { volumeTypes } from './volume-types.js';

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
  clubFence,
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
