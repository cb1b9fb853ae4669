import { Construct } from 'constructs';
import {
  VaultSecretSpecVaultSecretDefinitionsRequestType as RequestType,
  VaultSecret,
} from '../../imports/vaultsecret-redhatcop.redhat.io.js';
import { Platform } from '../platform/platform.js';
import { vaultLogin } from '../service/vault-login.js';
import type { AppEnvironment } from './app-environment.js';

/** What pods call it. */
const secretName = 'registry';

/**
 * Lets the pods of an environment fetch images from a private registry: a Secret on the host, under the name that the
 * virtual cluster turns the pods' reference into, with the Docker configuration that Vault keeps for that registry.
 */
export class PullSecret extends Construct {
  /** What pods call it. */
  readonly secretName = secretName;

  /** @param login the name of the login in Vault, `kv-system/default_passwords/<login>` */
  constructor(environment: AppEnvironment, login: string) {
    super(environment.hostPart, 'pull secret');
    const platform = Platform.of(this);
    const { cluster, namespace, hostPart } = environment;
    const path = `kv-system/default_passwords/${login}`;
    new VaultSecret(this, 'object', {
      metadata: { name: environment.hostPartName(secretName) },
      spec: {
        refreshPeriod: '1h0m0s',
        vaultSecretDefinitions: [
          {
            name: 'docker',
            path,
            requestType: RequestType.GET,
            authentication: vaultLogin(platform.props.vault.roles.keeper),
          },
        ],
        output: {
          name: cluster.hostName(secretName, namespace),
          type: 'kubernetes.io/dockerconfigjson',
          stringData: { '.dockerconfigjson': '{{ .docker.config | b64dec }}' },
        },
      },
    });
    platform.need(hostPart, VaultSecret.GVK);
    const keys = { config: 'a Docker configuration with a login to the registry, in base64' };
    environment.workload.inputs.push({ place: 'Vault', at: path, keys });
  }
}
