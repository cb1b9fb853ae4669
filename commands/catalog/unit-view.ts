import { load } from 'js-yaml';
import type { Manifest } from '../../constructs/kube/manifest.js';
import type { Item } from '../../rules/engine/inventory.js';
import { namespaceOf } from '../../rules/engine/inventory.js';
import type { RenderedUnit } from '../../synth/rendered.js';

/** A unit as it is written, read again: what the catalogue says of it is what Argo CD gets. */
export interface UnitView extends RenderedUnit {
  readonly items: readonly Item[];
}

/** A unit's objects, as its files say them; a kustomization is none. */
export function viewOf(rendered: RenderedUnit): UnitView {
  const { unit, files } = rendered;
  const items = [...files]
    .filter(([name]) => name !== 'kustomization.yaml')
    .map(([name, content]): Item => {
      const manifest = load(content) as Manifest;
      return {
        manifest,
        file: `${unit.path}/${name}`,
        cluster: unit.cluster.clusterName,
        unit: unit.folder,
        namespace: namespaceOf(manifest, unit.destinationNamespace),
      };
    });
  return { ...rendered, items };
}

/** `Deployment httpbin` */
export const nameOf = ({ manifest }: Pick<Item, 'manifest'>): string =>
  `${manifest.kind} ${manifest.metadata.name}`;

/** Calls `visit` with every object in `data`, each with the keys that lead to it. */
export function walk(
  data: unknown,
  visit: (object: Readonly<Record<string, unknown>>, keys: readonly string[]) => void,
  keys: readonly string[] = [],
): void {
  if (typeof data !== 'object' || data === null) return;
  if (!Array.isArray(data)) visit(data as Record<string, unknown>, keys);
  for (const [key, value] of Object.entries(data)) walk(value, visit, [...keys, key]);
}
