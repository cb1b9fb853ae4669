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
import { noExecRoles } from './no-exec-roles.js';
import { noWildcardRoles } from './no-wildcard-roles.js';
import { owner } from './owner.js';
import { personalData } from './personal-data.js';
import { podCreation } from './pod-creation.js';
import { projectAllows } from './project-allows.js';
import { readinessProbe } from './readiness-probe.js';
import { schema } from './schema.js';
import { secretsAccess } from './secrets-access.js';
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
  noExecRoles,
  noWildcardRoles,
  owner,
  personalData,
  podCreation,
  projectAllows,
  readinessProbe,
  schema,
  secretsAccess,
  vaultAccount,
  vaultAppPath,
  vaultPath,
  vaultRole,
];
