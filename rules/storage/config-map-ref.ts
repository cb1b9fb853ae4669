import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';
import { referencesOf } from '../facts/references.js';

/** What Kubernetes puts into every namespace. */
const everywhere = 'kube-root-ca.crt';

const map = '\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata: { variant: blitz }';
const asking = (name: string) =>
  deployment({ container: `envFrom: [{ configMapRef: { name: ${name} } }]` }) + map;

export const configMapRef: PodRule = {
  id: 'config-map-ref',
  title: 'A ConfigMap that a pod asks for exists and has the key',
  why: 'A pod that asks for one that is not there does not start: it stays in CreateContainerConfigError.',
  fix: 'Name a ConfigMap of the same namespace and one of its keys; files in apps/*.ts makes one',
  kinds: 'workloads',
  check: (item, inventory) =>
    referencesOf(item.pod, 'configMap').flatMap(({ name, key, by }) => {
      if (name === everywhere) return [];
      const found = inventory.find(item, 'ConfigMap', name);
      if (!found)
        return hasUnseen(inventory, item)
          ? []
          : [
              unknownName(
                `${by} asks for ConfigMap '${name}', which is not there`,
                name,
                inventory.names(item, 'ConfigMap'),
                configMapRef.fix,
              ),
            ];
      const keys = Object.keys({
        ...fields(found.manifest, 'data'),
        ...fields(found.manifest, 'binaryData'),
      });
      return key && !keys.includes(key)
        ? [
            unknownName(
              `${by} asks for the key '${key}', which ConfigMap '${name}' lacks`,
              key,
              keys,
              configMapRef.fix,
            ),
          ]
        : [];
    }),
  good: asking('rules'),
  bad: asking('rule'),
};
