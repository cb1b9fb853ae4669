import type { Release } from '../constructs/argocd/upstream-manifests.js';
import { orderKeys, toYaml } from '../constructs/kube/manifest.js';
import { mirrored } from '../constructs/kube/mirror.js';

/** The `kustomization.yaml` that joins an upstream release with the unit's own files. */
export const kustomization = (release: Release, files: readonly string[], mirror?: string) => ({
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
  resources: [...release.resources.map((address) => mirrored(address, mirror)), ...[...files].sort()],
  patches: release.patches?.map(({ target, patch }) => ({
    target: orderKeys(target),
    patch: toYaml(patch),
  })),
});
