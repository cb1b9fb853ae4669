import { Construct } from 'constructs';
import {
  VaultSecretSpecVaultSecretDefinitionsRequestType as RequestType,
  VaultSecret,
} from '../imports/vaultsecret-redhatcop.redhat.io.js';
import type { AppEnvironment } from './app-environment.js';
import { Platform } from './platform.js';

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
            authentication: { path: 'kubernetes', role: 'app-keeper', serviceAccount: { name: 'default' } },
          },
        ],
        output: {
          name: cluster.hostName(secretName, namespace),
          type: 'kubernetes.io/dockerconfigjson',
          stringData: { '.dockerconfigjson': '{{ .docker.config | b64dec }}' },
        },
      },
    });
    Platform.of(this).need(hostPart, VaultSecret.GVK);
    const keys = { config: 'a Docker configuration with a login to the registry, in base64' };
    environment.workload.inputs.push({ unit: environment.workload, place: 'Vault', at: path, keys });
  }
}
