import type { Rule } from '../rule.js';
import { apparmor } from './apparmor.js';
import { cronjobConcurrency } from './cronjob-concurrency.js';
import { cronjobDeadline } from './cronjob-deadline.js';
import { dropCapabilities } from './drop-capabilities.js';
import { duplicateEnv } from './duplicate-env.js';
import { duplicatePortName } from './duplicate-port-name.js';
import { envVarSecret } from './env-var-secret.js';
import { ephemeralStorage } from './ephemeral-storage.js';
import { highUserId } from './high-user-id.js';
import { highlyAvailable } from './highly-available.js';
import { imageRegistry } from './image-registry.js';
import { imageTag } from './image-tag.js';
import { jobTtl } from './job-ttl.js';
import { livenessProbe } from './liveness-probe.js';
import { noHostNamespaces } from './no-host-namespaces.js';
import { noHostPath } from './no-host-path.js';
import { noHostPorts } from './no-host-ports.js';
import { noHostProcess } from './no-host-process.js';
import { noPrivilegeEscalation } from './no-privilege-escalation.js';
import { noPrivileged } from './no-privileged.js';
import { noProbeHost } from './no-probe-host.js';
import { noSshPort } from './no-ssh-port.js';
import { ownServiceAccount } from './own-service-account.js';
import { probePort } from './probe-port.js';
import { probesDiffer } from './probes-differ.js';
import { procMount } from './proc-mount.js';
import { pullPolicy } from './pull-policy.js';
import { readOnlyRoot } from './read-only-root.js';
import { readinessProbe } from './readiness-probe.js';
import { requestWithinLimit } from './request-within-limit.js';
import { requestsAndLimits } from './requests-and-limits.js';
import { restartPolicy } from './restart-policy.js';
import { rollingUpdate } from './rolling-update.js';
import { runAsNonRoot } from './run-as-non-root.js';
import { safeSysctls } from './safe-sysctls.js';
import { schema } from './schema.js';
import { seccomp } from './seccomp.js';
import { selinux } from './selinux.js';
import { spreadOverNodes } from './spread-over-nodes.js';
import { statefulSetServiceName } from './stateful-set-service-name.js';
import { tokenAutomount } from './token-automount.js';
import { volumeHandOver } from './volume-hand-over.js';
import { volumeTypes } from './volume-types.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  apparmor,
  cronjobConcurrency,
  cronjobDeadline,
  dropCapabilities,
  duplicateEnv,
  duplicatePortName,
  envVarSecret,
  ephemeralStorage,
  highUserId,
  highlyAvailable,
  imageRegistry,
  imageTag,
  jobTtl,
  livenessProbe,
  noHostNamespaces,
  noHostPath,
  noHostPorts,
  noHostProcess,
  noPrivilegeEscalation,
  noPrivileged,
  noProbeHost,
  noSshPort,
  ownServiceAccount,
  probePort,
  probesDiffer,
  procMount,
  pullPolicy,
  readOnlyRoot,
  readinessProbe,
  requestWithinLimit,
  requestsAndLimits,
  restartPolicy,
  rollingUpdate,
  runAsNonRoot,
  safeSysctls,
  schema,
  seccomp,
  selinux,
  spreadOverNodes,
  statefulSetServiceName,
  tokenAutomount,
  volumeHandOver,
  volumeTypes,
];
