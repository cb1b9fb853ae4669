import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../../commands/catalog/catalog.js';
import { entryDetails } from '../../../commands/catalog/page/entry-details.js';
import { strings } from '../../../commands/catalog/page/strings.js';
import { previewsOf } from '../../../constructs/preview/preview.js';
import { realPlatform, realRendered } from '../../real-platform.js';
import { keeper, sampleCatalog } from './sample.js';

const platform = await realPlatform();
const catalog = catalogOf(platform, await realRendered(), { keeper });
const places = catalog.entries.flatMap(({ id, kind, places: all }) =>
  all.map((place) => ({ id, kind, ...place, has: new Set(place.features) })),
);
const apps = places.filter(({ kind }) => kind === 'app');

describe('what each app has', () => {
  it('is told of apps, and of nothing else', () => {
    expect(apps.length).toBeGreaterThan(30);
    for (const { id, kind, features } of places) expect(features !== undefined, id).toBe(kind === 'app');
  });

  it('is being watched and alerted about, with no line written for it', () => {
    for (const { id, has } of apps)
      expect([id, has.has('watched'), has.has('alerted')]).toEqual([id, true, true]);
  });

  it('is a backup where a database is, unless it says why not', () => {
    const databases = apps.filter(({ data }) => data.some(({ database }) => database));
    expect(databases.length).toBeGreaterThan(5);
    const without = databases.filter(({ has }) => !has.has('backedUp')).map(({ id }) => id);
    expect(without.filter((id) => id !== 'blockscout')).toEqual([]); // its chart's database is its own
  });

  it('is a preview for those alone that are declared so', () => {
    const declared = previewsOf(platform).map(({ app }) => app);
    expect(declared).toContain('cedille');
    expect([...new Set(apps.filter(({ has }) => has.has('previewed')).map(({ id }) => id))]).toEqual(
      declared,
    );
  });

  it('is nothing where nobody watches', () => {
    const [chess] = sampleCatalog().entries.filter(({ id }) => id === 'chess');
    expect(chess?.places.map(({ features }) => features)).toEqual([['backedUp'], ['backedUp']]);
  });

  it('stands on the page in both languages, with what it has not', () => {
    const entry = catalog.entries.find(({ id }) => id === 'cedille');
    if (!entry) throw new Error('it is gone');
    for (const s of Object.values(strings)) {
      const page = entryDetails(catalog, entry, s).text;
      for (const word of Object.values(s.features)) expect(page).toContain(word);
      const listed = /<ul class="features">(.*?)<\/ul>/s.exec(page)?.[1] ?? '';
      expect(listed).toContain(s.features.previewed);
      expect(listed).not.toContain(s.features.scaled);
    }
  });
});
