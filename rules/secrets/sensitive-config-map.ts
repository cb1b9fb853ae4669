import type { ObjectRule } from '../engine/rule.js';
import { entries } from '../engine/untyped.js';

/** Names under which Polaris takes any content for a secret. */
const names =
  /password|token|bearer|secret|^(?:aws_secret_access_key|google_application_credentials|azure_.+key|oci_cli_key_content)$/i;

const config = (key: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chess }\ndata: { ${key}: white }\n`;

export const sensitiveConfigMap: ObjectRule = {
  id: 'sensitive-config-map',
  title: 'No ConfigMap has a key that is called like a secret',
  why: 'Whoever may look at an app may read its ConfigMaps, and what is called a password will be one some day.',
  fix: 'Put it into Vault and name it in secrets; if it is none, call it by what it is',
  lists: ['polaris/sensitiveConfigmapContent'],
  kinds: ['ConfigMap'],
  check: ({ manifest }) =>
    entries(manifest['data'])
      .filter(([key]) => names.test(key))
      .map(([key]) => `its key '${key}' is called like a secret`),
  good: config('colour'),
  bad: config('ADMIN_PASSWORD'),
};
