import type { Rule } from '../rule.js';
import { annotationName } from './annotation-name.js';
import { annotationPlace } from './annotation-place.js';
import { annotationValue } from './annotation-value.js';
import { applicationCluster } from './application-cluster.js';
import { applicationFolder } from './application-folder.js';
import { applicationProject } from './application-project.js';
import { applicationSync } from './application-sync.js';
import { clubFence } from './club-fence.js';
import { keptVolumes } from './kept-volumes.js';
import { noClusterAdmin } from './no-cluster-admin.js';
import { noCredentials } from './no-credentials.js';
import { noExecRoles } from './no-exec-roles.js';
import { noSecretData } from './no-secret-data.js';
import { noWildcardRoles } from './no-wildcard-roles.js';
import { operatorPresent } from './operator-present.js';
import { owner } from './owner.js';
import { personalData } from './personal-data.js';
import { podCreation } from './pod-creation.js';
import { projectAllows } from './project-allows.js';
import { readinessProbe } from './readiness-probe.js';
import { schema } from './schema.js';
import { secretsAccess } from './secrets-access.js';
import { sensitiveConfigMap } from './sensitive-config-map.js';
import { vaultAccount } from './vault-account.js';
import { vaultAppPath } from './vault-app-path.js';
import { vaultPath } from './vault-path.js';
import { vaultRole } from './vault-role.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  annotationName,
  annotationPlace,
  annotationValue,
  applicationCluster,
  applicationFolder,
  applicationProject,
  applicationSync,
  clubFence,
  keptVolumes,
  noClusterAdmin,
  noCredentials,
  noExecRoles,
  noSecretData,
  noWildcardRoles,
  operatorPresent,
  owner,
  personalData,
  podCreation,
  projectAllows,
  readinessProbe,
  schema,
  secretsAccess,
  sensitiveConfigMap,
  vaultAccount,
  vaultAppPath,
  vaultPath,
  vaultRole,
];
