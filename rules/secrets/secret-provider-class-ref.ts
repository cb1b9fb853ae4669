import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { application } from '../examples/example-application.js';
import { deployment } from '../examples/examples.js';
import { isVirtual, runsIn } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { classesOf } from '../facts/secret-classes.js';

const example = (unit: string, namespace: string) => `${application('prod/chess', 'chess-prod')}---
${application(unit, namespace, 'host-parts')}---
# prod/chess/Deployment.chess.yaml
${deployment({
  pod: `volumes:\n  - name: secrets\n    csi: { driver: secrets-store.csi.k8s.io, volumeAttributes: { secretProviderClass: chess-prod } }`,
  container: 'volumeMounts: [{ name: secrets, mountPath: /vault/secrets }]',
})}---
# ${unit}/SecretProviderClass.chess-prod.yaml
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: { name: chess-prod }
spec: { provider: vault }`;

export const secretProviderClassRef: PodRule = {
  id: 'secret-provider-class-ref',
  title: {
    en: 'The SecretProviderClass that a pod mounts exists where the pod runs',
    fr: 'La SecretProviderClass qu’un pod monte existe là où le pod s’exécute',
  },
  why: {
    en: 'The CSI driver looks for it in the namespace of the pod on the host, where pods of a virtual cluster run, not inside the virtual cluster.',
    fr: 'Le pilote CSI la cherche dans le namespace du pod sur l’hôte, où s’exécutent les pods d’un cluster virtuel, et non dans le cluster virtuel.',
  },
  fix: {
    en: 'Put the SecretProviderClass into namespace vcluster-<cluster> of the host, as secrets in apps/*.ts does',
    fr: 'Mettez la SecretProviderClass dans le namespace vcluster-<cluster> de l’hôte, comme le fait secrets dans apps/*.ts',
  },
  kinds: 'workloads',
  check: (item, inventory) =>
    classesOf(item.pod).flatMap(({ volume, name }) => {
      const place = runsIn(item);
      const what = {
        en: `volume '${volume}' mounts the SecretProviderClass '${name}', which does not exist in namespace '${place.namespace}'`,
        fr: `le volume « ${volume} » monte la SecretProviderClass « ${name} », qui n’existe pas dans le namespace « ${place.namespace} »`,
      };
      if (inventory.find(place, 'SecretProviderClass', name)) return [];
      // Charts in a virtual cluster bring no classes, so that all classes for it are in files.
      if (!isVirtual(item.cluster) && hasUnseen(inventory, place)) return [];
      const known = inventory.names(place, 'SecretProviderClass');
      return [unknownName(what, name, known, secretProviderClassRef.fix)];
    }),
  good: example('host/chess-prod', 'vcluster-prod'),
  bad: example('prod/chess-classes', 'chess-prod'),
  finds: [
    "volume 'secrets' mounts the SecretProviderClass 'chess-prod', which does not exist in namespace 'vcluster-prod'",
  ],
};
