import { describe, expect, it } from 'vitest';
import { clubs } from '../../apps/clubs.js';
import { catalogOf } from '../../commands/catalog/catalog.js';
import type { Catalog } from '../../commands/catalog/model.js';
import { everything, finder } from '../../commands/catalog/page/filter.js';
import { pageOf } from '../../commands/catalog/page.js';
import { realPlatform, realRendered } from '../real-platform.js';
import { Visitor } from './browser.js';

const visitor = new Visitor();

/** The real platform with so many apps more, each like one of its own, that it has `count`. */
function withApps(catalog: Catalog, count: number): Catalog {
  const apps = catalog.entries.filter(({ kind }) => kind === 'app');
  const more = Array.from({ length: Math.ceil(count / apps.length) - 1 }, (_, round) => {
    const renamed = (path: string) => `${path}-${round}`;
    const units = catalog.units.filter(({ entry }) => apps.some(({ id }) => id === entry));
    return {
      entries: apps.map((app) => ({
        ...app,
        id: renamed(app.id),
        places: app.places.map((place) => ({ ...place, units: place.units.map(renamed) })),
      })),
      units: units.map((unit) => ({ ...unit, path: renamed(unit.path), entry: renamed(unit.entry) })),
    };
  });
  const missing = count - apps.length;
  return {
    ...catalog,
    entries: [...catalog.entries, ...more.flatMap(({ entries }) => entries).slice(0, missing)],
    units: [...catalog.units, ...more.flatMap(({ units }) => units)],
  };
}

/** Types a word letter by letter, and measures each time until the page is painted anew, in milliseconds. */
const typing = `async (word) => {
  const field = document.getElementById('text');
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (let length = word.length; length >= 0; length--) {
    field.value = word.slice(0, length);
    await frame();
    const began = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    const worked = performance.now() - began;
    await frame();
    times.push([worked, performance.now() - began]);
  }
  return times;
}`;

describe('the page of a platform with 1,000 apps', async () => {
  const catalog = withApps(
    catalogOf(await realPlatform(), await realRendered(), { keeper: clubs.cedille }),
    1_000,
  );
  const page = pageOf(catalog);
  const address = visitor.write('many.html', page);

  it('is searched as one types', async () => {
    expect(catalog.entries.filter(({ kind }) => kind === 'app')).toHaveLength(1_000);
    const opened = await visitor.open(address);
    const times: [number, number][] = [];
    for (const word of ['postgres', 'planifets', 'cédille prod'])
      times.push(...(await opened.evaluate<[number, number][]>(`(${typing})(${JSON.stringify(word)})`)));
    const [worked, painted] = [0, 1].map((which) =>
      times.map((pair) => pair[which] ?? 0).sort((a, b) => a - b),
    );
    const told = (sorted: number[] = []) =>
      `median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms`;
    console.log(
      `1,000 apps, ${Math.round(page.length / 1000)} kB: script and layout ${told(worked)}; until painted ${told(painted)}`,
    );
    await opened.getByRole('searchbox').fill('planifets');
    const found = finder(catalog)({ ...everything, text: 'planifets' }).filter(Boolean).length;
    expect(found).toBeGreaterThan(20);
    expect(await opened.getByRole('status').textContent()).toBe(`${found} résultats`);
    expect(await opened.locator('.entry').count()).toBe(found);
  });

  it('shows some entries at first, and all as one reads on', async () => {
    const opened = await visitor.open(address);
    const entries = opened.locator('.entry');
    expect(await entries.count()).toBe(100);
    const more = opened.getByRole('button', { name: /^Afficher la suite/ });
    expect(await more.textContent()).toBe(`Afficher la suite (${catalog.entries.length - 100})`);
    await more.dispatchEvent('click');
    await expect.poll(() => opened.locator(':focus').innerText()).toBe(catalog.entries[100]?.id);
    expect(await entries.count()).toBeGreaterThan(100);
    for (let rounds = 0; rounds < 20 && (await more.isVisible()); rounds++) {
      const before = await entries.count();
      await more.scrollIntoViewIfNeeded();
      await expect.poll(() => entries.count()).toBeGreaterThan(before);
    }
    expect(await entries.count()).toBe(catalog.entries.length);
    expect(new Set(await opened.locator('.entry h3').allInnerTexts()).size).toBe(catalog.entries.length);
  });

  it('shows all of them to print', async () => {
    const opened = await visitor.open(address);
    await opened.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await opened.locator('.entry').count()).toBe(catalog.entries.length);
  });

  it('still opens the last entry at its place', async () => {
    const last = catalog.entries.at(-1)?.id ?? '';
    const opened = await visitor.open(`${address}#/${last}`);
    const button = opened.getByRole('button', { name: last, exact: true });
    await expect.poll(async () => (await button.boundingBox())?.y).toBeLessThan(740);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
  });
});
