import { Construct } from 'constructs';
import { KubernetesAuthEngineRole } from '../../imports/kubernetesauthenginerole-redhatcop.redhat.io.js';
import { Policy, PolicySpecType } from '../../imports/policy-redhatcop.redhat.io.js';
import { RandomSecret } from '../../imports/randomsecret-redhatcop.redhat.io.js';
import { SecretProviderClass } from '../../imports/secretproviderclass-secrets-store.csi.x-k8s.io.js';
import { toYaml } from '../kube/manifest.js';
import { kept } from '../kube/never-pruned.js';
import { Platform } from '../platform/platform.js';
import { vaultLogin } from '../service/vault-login.js';
import type { SecretMount } from '../workload/pod.js';
import type { AppEnvironment } from './app-environment.js';

/** A secret of an app: a place in Vault, and how its keys reach the program. */
export interface AppSecret {
  /** The keys, each with what it is: what a person puts into Vault. */
  readonly keys: Readonly<Record<string, string>>;
  /**
   * `'env'` makes each key an environment variable of that name, `'file'` a file `/vault/secrets/<secret>-<key>`,
   * which no etcd keeps a copy of. @default 'env'
   */
  readonly as?: 'env' | 'file';
  /** Vault makes its one key up, a password of 20 characters, and nobody has to provide it. @default false */
  readonly generate?: boolean;
  /**
   * After how long Vault makes up another, `720h`. Files change within ten minutes, a variable when the program is
   * started the next time. @default - never
   */
  readonly rotate?: string;
  /** One place for all environments, instead of one for each. @default false */
  readonly shared?: boolean;
  /**
   * A path in Vault that is none of the app's own, for example of an engine that makes tokens. `{namespace}` in it
   * stands for the environment's namespace. @default - its own
   */
  readonly path?: string;
}

/** One key of Vault that becomes one file. */
export interface SecretKey {
  /** The file's name, and that of the variable. */
  readonly name: string;
  /** Where it lies in Vault. */
  readonly path: string;
  /** The key there. */
  readonly key: string;
  /** Whether it becomes a variable as well. */
  readonly variable: boolean;
}

/** The Vault path of an app's secret: of one environment, or shared by all. */
export const secretPath = (environment: AppEnvironment, name: string, shared = false): string =>
  `kv/data/apps/${environment.app}/${shared ? 'shared' : environment.environment}/${name}`;

/**
 * Lets one workload read its secrets and nothing else: on the host a policy, a role bound to the workload's service
 * account under the name that the host knows it by, and the class by which the CSI driver fetches them. Vault's agent
 * cannot log such pods in: the token they hold is one of the virtual cluster.
 */
export class AppSecrets extends Construct {
  /** What the pod needs. */
  readonly mount: SecretMount;

  constructor(environment: AppEnvironment, service: string, keys: readonly SecretKey[]) {
    super(environment.hostPart, `secrets ${service}`);
    const platform = Platform.of(this);
    const { vault } = platform.props;
    const { cluster, namespace, hostPart } = environment;
    const name = environment.hostPartName(service);
    const paths = [...new Set(keys.map(({ path }) => path))].sort();
    const variables = keys.filter(({ variable }) => variable).map((key) => key.name);
    const secretName = `${service}-variables`;
    this.mount = { className: name, secretName, variables };

    const metadata = { name, namespace: vault.namespace };
    const authentication = vaultLogin(vault.roles.admin);
    new Policy(this, 'policy', {
      metadata,
      spec: {
        authentication,
        type: PolicySpecType.ACL,
        policy: paths.map((path) => `path "${path}" {\n  capabilities = ["read"]\n}\n`).join(''),
      },
    });
    new KubernetesAuthEngineRole(this, 'role', {
      metadata,
      spec: {
        authentication,
        path: 'kubernetes',
        targetServiceAccounts: [cluster.hostName(service, namespace)],
        targetNamespaces: { targetNamespaces: [cluster.hostNamespace(namespace)] },
        policies: [name],
        tokenTtl: 900,
      },
    });
    new SecretProviderClass(this, 'class', {
      metadata: { name },
      spec: {
        provider: 'vault',
        parameters: {
          roleName: name,
          vaultAddress: vault.address,
          objects: toYaml(
            keys.map((key) => ({ objectName: key.name, secretPath: key.path, secretKey: key.key })),
          ),
        },
        // Under the name that the virtual cluster turns the pod's reference into: the Secret is on the host alone.
        secretObjects:
          variables.length > 0
            ? [
                {
                  secretName: cluster.hostName(secretName, namespace),
                  type: 'Opaque',
                  data: variables.map((key) => ({ objectName: key, key })),
                },
              ]
            : undefined,
      },
    });
    for (const kind of [Policy, SecretProviderClass]) platform.need(hostPart, kind.GVK);
  }
}

/**
 * Has Vault make up the one key of a secret, once. It stays when the app goes: deleting the object would delete the
 * secret, and a database would never know its new password.
 */
export function generateSecret(
  environment: AppEnvironment,
  name: string,
  key: string,
  { shared = false, rotate }: Pick<AppSecret, 'shared' | 'rotate'> = {},
): void {
  const { hostPart } = environment;
  const platform = Platform.of(environment);
  const path = secretPath(environment, name, shared);
  if (hostPart.node.tryFindChild(`generated ${name}`)) return; // several programs may know it
  new RandomSecret(hostPart, `generated ${name}`, {
    metadata: { name: environment.hostPartName(name), annotations: kept },
    spec: {
      authentication: vaultLogin(platform.props.vault.roles.keeper),
      isKvSecretsEngineV2: true,
      path: path.slice(0, path.lastIndexOf('/')),
      name,
      secretKey: key,
      refreshPeriod: rotate,
      secretFormat: { passwordPolicyName: 'password-policy' },
    },
  });
  platform.need(hostPart, RandomSecret.GVK);
}
