import { application } from '../example-application.js';
import { list, text } from '../loose.js';
import { unknownName } from '../near.js';
import { referencesOf } from '../references.js';
import type { PodRule } from '../rule.js';
import { findSecret, secretNames } from '../secrets.js';
import { hasUnseen } from '../unseen.js';
import { deployment } from './examples.js';

const example = (name: string) => `${application('prod/chess', 'chess-prod')}---
${application('host/chess-prod', 'vcluster-prod', 'host-parts')}---
# prod/chess/Deployment.chess.yaml
${deployment({ container: `envFrom: [{ secretRef: { name: ${name} } }]` })}---
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
  mend: 'Declare it under secrets in apps/*.ts, or under registry for images; else name a Secret that something makes',
  lists: [],
  kinds: 'workloads',
  check: (item, inventory) => {
    const pulls = list(item.pod, 'spec', 'imagePullSecrets').map((each) => ({
      name: text(each, 'name'),
      key: '.dockerconfigjson',
      by: 'the pull of its images',
    }));
    const wanted = [...referencesOf(item.pod, 'secret'), ...pulls.filter(({ name }) => name)];
    return wanted.flatMap(({ name, key, by }) => {
      const found = findSecret(inventory, item, name);
      if (!found)
        return hasUnseen(inventory, item)
          ? []
          : [
              unknownName(
                `${by} asks for Secret '${name}', which nothing makes`,
                name,
                secretNames(inventory, item),
                secretRef.mend,
              ),
            ];
      return key &&
        found.keys &&
        !found.keys.has(key) &&
        !(key === '.dockerconfigjson' && found.keys.has('.dockercfg'))
        ? [
            unknownName(
              `${by} asks for the key '${key}', which Secret '${name}' lacks`,
              key,
              found.keys,
              secretRef.mend,
            ),
          ]
        : [];
    });
  },
  good: example('chess-variables'),
  bad: example('chess-variable'),
};
