import type { Platform } from '../../constructs/platform/platform.js';
import type { Rendered } from '../../synth/rendered.js';
import { type CatalogProps, catalogOf } from './catalog.js';
import { pageOf } from './page.js';

/** The files of `catalog/` that follow from the platform, by name: from the same platform and history the same bytes. */
export function catalogFiles(
  platform: Platform,
  rendered: Rendered,
  props: CatalogProps,
): ReadonlyMap<string, string> {
  const catalog = catalogOf(platform, rendered, props);
  return new Map([
    ['catalog.json', `${JSON.stringify(catalog, null, 2)}\n`],
    ['index.html', pageOf(catalog)],
  ]);
}
