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

/** What the kubelet logs in to registries with. */
const pullsOf = (pod: Pod): Reference[] =>
  list(pod, 'spec', 'imagePullSecrets')
    .map((each) => ({ name: text(each, 'name'), key: '', by: 'the pull of its images' }))
    .filter(({ name }) => name !== '');

function faults({ name, key, by }: Reference, item: Item, inventory: Inventory): Fault[] {
  const found = findSecret(inventory, item, name);
  if (!found && hasUnseen(inventory, item)) return [];
  const what = `${by} asks for Secret '${name}'`;
  if (!found)
    return [unknownName(`${what}, which nothing makes`, name, secretNames(inventory, item), secretRef.fix)];
  const { keys, byClass } = found;
  if (byClass && !mounted(inventory).has(`${placeOf(runsIn(item))}/${byClass}`))
    return [
      {
        what: `${what}, which comes once a pod mounts the class '${byClass}'`,
        fix: 'Mount that class as a volume of the pod',
      },
    ];
  if (!key || !keys || keys.has(key)) return [];
  return [unknownName(`${what} for the key '${key}', which it lacks`, key, keys, secretRef.fix)];
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
  title: 'Something makes each Secret that a pod asks for, with that key',
  why: 'A pod that asks for a Secret or key that nothing makes does not start: it stays in CreateContainerConfigError or ImagePullBackOff.',
  fix: 'Declare it under secrets in apps/*.ts, or under registry for images; else name a Secret that something makes',
  kinds: 'workloads',
  check: (item, inventory) =>
    [...referencesOf(item.pod, 'secret'), ...pullsOf(item.pod)].flatMap((each) =>
      faults(each, item, inventory),
    ),
  good: example('chess-variables'),
  bad: example('chess-variable'),
};
