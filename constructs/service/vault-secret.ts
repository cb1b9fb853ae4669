import { Construct } from 'constructs';
import {
  VaultSecretSpecVaultSecretDefinitionsRequestType as RequestType,
  VaultSecret as VaultSecretObject,
} from '../../imports/vaultsecret-redhatcop.redhat.io.js';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import { assertShape } from '../problems/shape.js';
import { vaultLogin } from './vault-login.js';

/** A Secret that is copied from Vault. */
export interface VaultSecretProps {
  /** The keys, each with what it is. */
  readonly keys: Readonly<Record<string, string>>;
  /** The Vault path below `kv/data/`. @default - `<namespace>/default/<name>` */
  readonly path?: string;
  /** The type of the Secret. @default 'Opaque' */
  readonly type?: string;
  /** Labels of the Secret. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A Secret whose values come from Vault, by the vault-config-operator, and are looked up again every hour.
 * The unit reads what lies under its own namespace: `kv/data/<namespace>/default/<name>`.
 */
export class VaultSecret extends Construct {
  /** The Secret's name. */
  readonly secretName: string;
  /** The Vault path it reads. */
  readonly path: string;

  constructor(unit: Unit, name: string, props: VaultSecretProps) {
    assertShape('VaultSecret', props);
    super(unit, `secret ${name}`);
    const { keys, type = 'Opaque' } = props;
    this.secretName = name;
    this.path = `kv/data/${props.path ?? `${unit.destinationNamespace}/default/${name}`}`;
    new VaultSecretObject(this, 'object', {
      metadata: { name },
      spec: {
        refreshPeriod: '1h0m0s', // as the operator's webhook would rewrite it
        vaultSecretDefinitions: [
          {
            name: 'vault',
            path: this.path,
            requestType: RequestType.GET, // Argo CD takes a default inside a list for a difference
            authentication: vaultLogin(Platform.of(this).props.vault.roles.reader),
          },
        ],
        output: {
          name,
          type,
          labels: props.labels,
          stringData: Object.fromEntries(Object.keys(keys).map((key) => [key, this.templateOf(key)])),
        },
      },
    });
    unit.inputs.push({ place: 'Vault', at: this.path, keys });
  }

  /** A key that Vault has not is an error of the VaultSecret: a template alone would write `<no value>`. */
  private templateOf(key: string): string {
    return `{{ index .vault ${JSON.stringify(key)} | required ${JSON.stringify(`${this.path} has no ${key}`)} }}`;
  }
}
