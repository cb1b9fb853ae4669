import type { Manifest } from '../../constructs/kube/manifest.js';
import { ownAnnotations } from '../../constructs/values/labels.js';
import { isMap } from './list-keys.js';

/** What the root drifts by when a unit changes: the change itself is told. */
const { contentHash } = ownAnnotations;

/** A manifest without what merely follows from another change. */
export function settled(manifest: Manifest): Manifest {
  const annotations: unknown = manifest.metadata?.annotations;
  if (isMap(annotations) && contentHash in annotations) {
    const { [contentHash]: _, ...rest } = annotations;
    const { annotations: __, ...metadata } = manifest.metadata;
    const kept = Object.keys(rest).length > 0 ? { annotations: rest as Record<string, string> } : {};
    return settled({ ...manifest, metadata: { ...metadata, ...kept } });
  }
  const { resources } = manifest as { resources?: unknown };
  if (manifest.kind !== 'Kustomization' || !Array.isArray(resources)) return manifest;
  // A file of the same folder is told by itself; an address says which release is taken in.
  return { ...manifest, resources: resources.filter((name) => String(name).includes('://')) };
}

/** `nginx-cdn` of `nginx-cdn-954d44de`: the name of a ConfigMap without the hash of what it says. */
export const withoutHash = (name: string): string | undefined => /^(.+)-[0-9a-f]{8}$/.exec(name)?.[1];
