import type { Platform } from '../../constructs/platform/platform.js';
import type { Rendered } from '../../synth/rendered.js';
import { type CatalogProps, catalogOf } from './catalog.js';
import type { Since } from './history.js';
import type { Catalog } from './model.js';
import { pageOf } from './page.js';

/** The app that shows the catalogue. It holds these files, so that they say nothing of what follows from their content. */
const self = 'catalogue';

/** The files of `catalog/` that follow from the platform, by name: from the same platform and history the same bytes. */
export function catalogFiles(
  platform: Platform,
  rendered: Rendered,
  props: CatalogProps,
): ReadonlyMap<string, string> {
  const catalog = withoutOwnHistory(catalogOf(platform, rendered, props));
  return new Map([
    ['catalog.json', `${JSON.stringify(catalog, null, 2)}\n`],
    ['index.html', pageOf(catalog)],
  ]);
}

/** The history that a catalogue tells: a commit can hold a catalogue, but not its own name. */
export const withHistoryOf = ({ units }: Pick<Catalog, 'units'>): ReadonlyMap<string, Since> =>
  new Map(units.flatMap(({ path, since }) => (since ? [[path, since]] : [])));

const withoutOwnHistory = (catalog: Catalog): Catalog => ({
  ...catalog,
  units: catalog.units.map(({ since, ...unit }) =>
    since && unit.entry !== self ? { ...unit, since } : unit,
  ),
});
