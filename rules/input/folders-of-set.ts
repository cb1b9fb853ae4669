import type { Manifest } from '../../constructs/kube/manifest.js';
import { distFolder } from '../engine/application.js';

/** The folders of `dist/` that an ApplicationSet has deployed: in its template, or among what it fills that with. */
export const foldersOfSet = (manifest: Manifest): readonly string[] => [...pathsIn(manifest['spec'])];

function* pathsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') {
    const folder = distFolder(value);
    if (folder && !/[{}]/.test(folder)) yield folder;
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* pathsIn(each);
  }
}
