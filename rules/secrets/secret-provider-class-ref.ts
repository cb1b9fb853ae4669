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
  title: 'The class that fetches a pod its secrets lies where the pod runs',
  why: "The CSI driver looks for it in the pod's namespace on the host, where a virtual cluster's pods run. It is not found inside.",
  fix: 'Put the SecretProviderClass into namespace vcluster-<cluster> of the host, as secrets in apps/*.ts does',
  kinds: 'workloads',
  check: (item, inventory) =>
    classesOf(item.pod).flatMap(({ volume, name }) => {
      const place = runsIn(item);
      const what = `volume '${volume}' wants the class '${name}', which is not in '${place.namespace}'`;
      if (inventory.find(place, 'SecretProviderClass', name)) return [];
      // Charts of a virtual cluster bring no classes: those are all in files.
      if (!isVirtual(item.cluster) && hasUnseen(inventory, place)) return [];
      const known = inventory.names(place, 'SecretProviderClass');
      return [unknownName(what, name, known, secretProviderClassRef.fix)];
    }),
  good: example('host/chess-prod', 'vcluster-prod'),
  bad: example('prod/chess-classes', 'chess-prod'),
};
