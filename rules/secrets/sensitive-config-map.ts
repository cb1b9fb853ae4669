import type { ObjectRule } from '../engine/rule.js';
import { entries } from '../engine/untyped.js';

/** Names that Polaris considers to be those of secrets, whatever the value. */
const names =
  /password|token|bearer|secret|^(?:aws_secret_access_key|google_application_credentials|azure_.+key|oci_cli_key_content)$/i;

const config = (key: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chess }\ndata: { ${key}: white }\n`;

export const sensitiveConfigMap: ObjectRule = {
  id: 'sensitive-config-map',
  title: {
    en: 'No key of a ConfigMap has the name of a secret',
    fr: 'Aucune clé d’une ConfigMap n’a le nom d’un secret',
  },
  why: {
    en: 'Whoever may look at an app may read its ConfigMaps, and a key that is called a password may contain one some day.',
    fr: 'Qui peut regarder une app peut lire ses ConfigMaps, et une clé appelée mot de passe en contiendra peut-être un, un jour.',
  },
  fix: {
    en: 'Put it into Vault and name it in secrets; if it is not a secret, rename the key',
    fr: 'Mettez-la dans Vault et nommez-la dans secrets ; si ce n’est pas un secret, renommez la clé',
  },
  lists: ['polaris/sensitiveConfigmapContent'],
  kinds: ['ConfigMap'],
  check: ({ manifest }) =>
    entries(manifest['data'])
      .filter(([key]) => names.test(key))
      .map(([key]) => ({
        en: `the key '${key}' has the name of a secret`,
        fr: `la clé « ${key} » a le nom d’un secret`,
      })),
  good: config('colour'),
  bad: config('ADMIN_PASSWORD'),
  finds: ["the key 'ADMIN_PASSWORD' has the name of a secret"],
};
