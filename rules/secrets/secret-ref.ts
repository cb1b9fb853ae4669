import { fill, joined, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Pod } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';
import { application } from '../examples/example-application.js';
import { deployment } from '../examples/examples.js';
import { placeOf, runsIn } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { type Reference, referencesOf } from '../facts/references.js';
import { mounted } from '../facts/secret-classes.js';
import { findSecret, secretNames } from './secrets.js';

const imagePull: Text = { en: 'the pull of the images', fr: 'le téléchargement des images' };

/** The Secrets with which the kubelet logs in to registries. */
const pullsOf = (pod: Pod): Reference[] =>
  list(pod, 'spec', 'imagePullSecrets')
    .map((each) => ({ name: text(each, 'name'), key: '', by: imagePull }))
    .filter(({ name }) => name !== '');

const missing: Text = { en: 'which does not exist', fr: 'qui n’existe pas' };

function faults({ name, key, by }: Reference, item: Item, inventory: Inventory): Fault[] {
  const found = findSecret(inventory, item, name);
  if (!found && hasUnseen(inventory, item)) return [];
  const what = fill(
    { en: "<by> uses Secret '<name>',", fr: '<by> utilise le Secret « <name> »,' },
    { by, name },
  );
  if (!found) return [unknownName(joined(what, missing), name, secretNames(inventory, item), secretRef.fix)];
  const { keys, byClass } = found;
  if (byClass && !mounted(inventory).has(`${placeOf(runsIn(item))}/${byClass}`))
    return [
      {
        what: joined(what, {
          en: `which exists only if a pod mounts the SecretProviderClass '${byClass}'`,
          fr: `qui n’existe que si un pod monte la SecretProviderClass « ${byClass} »`,
        }),
        fix: {
          en: 'Mount that class as a volume of the pod',
          fr: 'Montez cette classe comme volume du pod',
        },
      },
    ];
  if (!key || !keys || keys.has(key)) return [];
  const without = { en: `which has no key '${key}'`, fr: `qui n’a pas de clé « ${key} »` };
  return [unknownName(joined(what, without), key, keys, secretRef.fix)];
}

const example = (name: string) => `${application('prod/chess', 'chess-prod')}---
${application('host/chess-prod', 'vcluster-prod', 'host-parts')}---
# prod/chess/Deployment.chess.yaml
${deployment({
  pod: 'volumes:\n  - name: secrets\n    csi: { driver: secrets-store.csi.k8s.io, volumeAttributes: { secretProviderClass: chess-prod } }',
  container: `envFrom: [{ secretRef: { name: ${name} } }]\nvolumeMounts: [{ name: secrets, mountPath: /vault/secrets }]`,
})}---
# host/chess-prod/SecretProviderClass.chess-prod.yaml
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: { name: chess-prod }
spec:
  provider: vault
  secretObjects:
    - { secretName: chess-variables-x-chess-prod-x-prod, type: Opaque, data: [{ key: TOKEN, objectName: TOKEN }] }`;

export const secretRef: PodRule = {
  id: 'secret-ref',
  title: {
    en: 'Each Secret that a pod uses is made by something, with the key that it uses',
    fr: 'Chaque Secret qu’un pod utilise est créé par quelque chose, avec la clé utilisée',
  },
  why: {
    en: 'A pod that uses a Secret or key that does not exist does not start: it stays in CreateContainerConfigError or ImagePullBackOff.',
    fr: 'Un pod qui utilise un Secret ou une clé qui n’existe pas ne démarre pas : il reste en CreateContainerConfigError ou ImagePullBackOff.',
  },
  fix: {
    en: 'Declare it under secrets in apps/*.ts, or under registry for images; or name a Secret that exists',
    fr: 'Déclarez-le sous secrets dans apps/*.ts, ou sous registry pour les images ; ou nommez un Secret qui existe',
  },
  kinds: 'workloads',
  check: (item, inventory) =>
    [...referencesOf(item.pod, 'secret'), ...pullsOf(item.pod)].flatMap((each) =>
      faults(each, item, inventory),
    ),
  good: example('chess-variables'),
  bad: example('chess-variable'),
  finds: ["container 'chess' uses Secret 'chess-variable', which does not exist"],
};
