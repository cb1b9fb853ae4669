import { fill } from '../../constructs/refusals/text.js';
import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';
import { referencesOf } from '../facts/references.js';

/** The ConfigMap that Kubernetes makes in every namespace. */
const everywhere = 'kube-root-ca.crt';

const map = '\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata: { variant: blitz }';
const asking = (name: string) =>
  deployment({ container: `envFrom: [{ configMapRef: { name: ${name} } }]` }) + map;

export const configMapRef: PodRule = {
  id: 'config-map-ref',
  title: {
    en: 'Each ConfigMap that a pod uses exists and has the key',
    fr: 'Chaque ConfigMap qu’un pod utilise existe et a la clé',
  },
  why: {
    en: 'A pod that uses a ConfigMap or key that does not exist does not start: it stays in CreateContainerConfigError.',
    fr: 'Un pod qui utilise une ConfigMap ou une clé qui n’existe pas ne démarre pas : il reste en CreateContainerConfigError.',
  },
  fix: {
    en: 'Name a ConfigMap of the same namespace and one of its keys; files in apps/*.ts makes one',
    fr: 'Nommez une ConfigMap du même namespace et une de ses clés ; files dans apps/*.ts en crée une',
  },
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
                fill(
                  {
                    en: "<by> uses ConfigMap '<name>', which does not exist",
                    fr: '<by> utilise la ConfigMap « <name> », qui n’existe pas',
                  },
                  { by, name },
                ),
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
              fill(
                {
                  en: "<by> uses ConfigMap '<name>', which has no key '<key>'",
                  fr: '<by> utilise la ConfigMap « <name> », qui n’a pas de clé « <key> »',
                },
                { by, name, key },
              ),
              key,
              keys,
              configMapRef.fix,
            ),
          ]
        : [];
    }),
  good: asking('rules'),
  bad: asking('rule'),
  finds: ["container 'chess' uses ConfigMap 'rule', which does not exist"],
};
