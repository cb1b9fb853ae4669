import { hostNamespace, kept, type Platform, SystemService } from '#constructs';
import { GitHubSecretEngineConfig } from '../imports/githubsecretengineconfig-redhatcop.redhat.io.js';
import {
  KubernetesAuthEngineRole,
  type KubernetesAuthEngineRoleSpecTargetNamespaces as TargetNamespaces,
} from '../imports/kubernetesauthenginerole-redhatcop.redhat.io.js';
import { PasswordPolicy } from '../imports/passwordpolicy-redhatcop.redhat.io.js';
import { Policy, PolicySpecType } from '../imports/policy-redhatcop.redhat.io.js';
import { SecretEngineMount } from '../imports/secretenginemount-redhatcop.redhat.io.js';
import { vaultConfigOperator } from './vault.js';
import { policies } from './vault-policies.js';

/** As whom the operator does all this. Vault knows that role from its bootstrap. */
const authentication = {
  path: 'kubernetes',
  role: 'config-admin',
  serviceAccount: { name: 'default' },
};

/** What Vault holds and who may read and write what of it. A secret lies at `kv/data/<namespace>/<service account>/<name>`. */
export const vaultConfig = (platform: Platform) => {
  const service = new SystemService(platform, 'vault-config', {
    namespace: 'vault',
    podSecurity: 'other',
    dependsOn: [vaultConfigOperator],
    provides: ['redhatcop.redhat.io'],
  });
  mount(service, 'kv', 'kv', 'Secrets of services and apps', { version: '2' });
  mount(service, 'kv-system', 'kv', 'Secrets of the platform as a whole', { version: '1' });
  mount(service, 'github', 'vault-plugin-secrets-github', 'Short-lived tokens for GitHub');
  new GitHubSecretEngineConfig(service, 'github config', {
    metadata: { name: 'gh-engine-cedille' },
    spec: {
      authentication,
      path: 'github',
      applicationId: 639042,
      sShKeyReference: { vaultSecret: { path: 'kv-system/github/clubcedille' } },
    },
  });
  new PasswordPolicy(service, 'password policy', {
    metadata: { name: 'password-policy' },
    spec: { authentication, passwordPolicy },
  });
  for (const [name, text] of Object.entries(policies)) {
    new Policy(service, `policy ${name}`, {
      metadata: { name },
      spec: { authentication, type: PolicySpecType.ACL, policy: text },
    });
  }
  roles(service, Object.values(platform.props.environments));
  return service;
};

/**
 * On the host any service account has its own secrets. In the host namespace of a virtual cluster run the pods of all
 * apps inside, under the names that vcluster gives their service accounts (constructs/kube/vcluster-names.ts); what each of them
 * may read is declared beside it (constructs/environment/secrets.ts). `default` is no pod's there: the platform acts by it to
 * make up the secrets of apps.
 */
function roles(service: SystemService, virtualClusters: readonly string[]): void {
  const tenants = [...new Set(virtualClusters)].map(hostNamespace).sort();
  const onHost = {
    targetNamespaceSelector: {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: tenants }],
    },
  };
  const inside = { targetNamespaces: tenants };
  role(service, 'config-admin', 'default', { targetNamespaces: ['vault'] });
  role(service, 'secret-reader', '*', onHost);
  role(service, 'secret-writer', '*', onHost);
  role(service, 'app-keeper', 'default', inside);
}

function role(
  service: SystemService,
  name: string,
  account: string,
  targetNamespaces: TargetNamespaces,
): void {
  new KubernetesAuthEngineRole(service, `role ${name}`, {
    metadata: { name },
    spec: {
      authentication,
      path: 'kubernetes',
      targetServiceAccounts: [account],
      targetNamespaces,
      policies: [name],
      tokenTtl: 900, // the operator logs in anew for every object, and Vault's default is 32 days
    },
  });
}

function mount(
  service: SystemService,
  name: string,
  type: string,
  description: string,
  options?: Record<string, string>,
): void {
  new SecretEngineMount(service, `mount ${name}`, {
    // Deleting a mount deletes every secret in it.
    metadata: { name, annotations: kept },
    spec: { authentication, type, description, options },
  });
}

/** The symbols are those that need no escape in a URL, where many programs put the password of their database. */
const passwordPolicy = `length = 20
${['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '-._~']
  .map((charset) => `rule "charset" {\n  charset = "${charset}"\n  min-chars = 1\n}\n`)
  .join('')}`;
