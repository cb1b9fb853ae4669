import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clubs } from '../../apps/clubs.js';
import { catalogFiles } from '../../commands/catalog/files.js';
import type { Catalog } from '../../commands/catalog/model.js';
import { realPlatform, realRendered } from '../real-platform.js';
import { overflow, violations } from './axe.js';
import { Visitor } from './browser.js';

const visitor = new Visitor();
const files = catalogFiles(await realPlatform(), await realRendered(), { keeper: clubs.cedille });
const catalog = JSON.parse(files.get('catalog.json') ?? '') as Catalog;
const address = visitor.write('index.html', files.get('index.html') ?? '');

const phone = { width: 360, height: 740 };
const names = async (page: Page) =>
  (await page.locator('.entry:visible h3').allTextContents()).map((text) => text.trim());
const results = (page: Page) => page.getByRole('status').textContent();
const focused = (page: Page) => page.locator(':focus');

describe('the list', () => {
  it('has every entry, in French to who reads French', async () => {
    const page = await visitor.open(address);
    expect(await names(page)).toEqual(catalog.entries.map(({ id }) => id));
    expect(await results(page)).toBe(`${catalog.entries.length} résultats`);
    expect(await page.title()).toBe('Catalogue de la Plateforme Cédille');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('is searched as one types, and says how much was found', async () => {
    const page = await visitor.open(address);
    await page.getByRole('searchbox', { name: 'Chercher' }).fill('HABITEK mysql');
    expect(await names(page)).toEqual(['habitek']);
    expect(await results(page)).toBe('1 résultat');
    await page.getByRole('searchbox').fill('rien de tel');
    expect(await names(page)).toEqual([]);
    expect(await page.getByText('Rien ne correspond').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await expect.poll(() => results(page)).toBe(`${catalog.entries.length} résultats`);
  });

  it('is filtered by cluster, club, kind, and by what is public', async () => {
    const page = await visitor.open(address);
    const idsWhere = (test: (entry: Catalog['entries'][number]) => boolean) =>
      catalog.entries.filter(test).map(({ id }) => id);
    await page.getByLabel('Grappe', { exact: true }).selectOption('staging');
    expect(await names(page)).toEqual(
      idsWhere(({ places }) => places.some(({ cluster }) => cluster === 'staging')),
    );
    await page.getByLabel('Grappe', { exact: true }).selectOption('');
    await page.getByLabel('Club', { exact: true }).selectOption('ApplETS');
    expect(await names(page)).toEqual(idsWhere(({ owner }) => owner.club === 'ApplETS'));
    await page.getByLabel('Club', { exact: true }).selectOption('Cédille');
    await page.getByLabel('Type', { exact: true }).selectOption('app');
    await page.getByLabel('Accès', { exact: true }).selectOption('private');
    expect(await names(page)).toEqual(
      idsWhere(
        ({ kind, owner, places }) =>
          kind === 'app' && owner.club === 'Cédille' && places.every(({ hosts }) => hosts.length === 0),
      ),
    );
    expect((await names(page)).length).toBeGreaterThan(0);
  });

  it('opens an entry, which says all that is known of it, and closes it', async () => {
    const page = await visitor.open(address);
    const button = page.getByRole('button', { name: 'patchets', exact: true });
    await button.click();
    const details = page.locator('[data-entry=patchets] .details');
    const text = await details.innerText();
    for (const word of [
      'patchets-prod',
      'commande.fraternitedupiranha.com',
      'postgres 16.4',
      'kv/data/apps/patchets/prod/app',
      'données personnelles',
      'clubs-daily',
      'highly-available',
    ])
      expect(text).toContain(word);
    expect(await details.getByRole('link', { name: 'Argo CD' }).first().getAttribute('href')).toBe(
      'https://argocd.omni.cedille.club/applications/argocd/prod-patchets',
    );
    expect(page.url()).toMatch(/#\/patchets$/);
    await button.click();
    expect(await details.isVisible()).toBe(false);
  });

  it('opens at the entry that the address names', async () => {
    const page = await visitor.open(`${address}#/vault`);
    const button = page.getByRole('button', { name: 'vault', exact: true });
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await expect.poll(async () => (await button.boundingBox())?.y).toBeLessThan(120);
  });

  it.each(['#/nothing-of-this-name', '#/%', '#nothing'])(
    'stays as it is where the address names what is not there: %s',
    async (hash) => {
      const page = await visitor.open(`${address}${hash}`);
      expect(await page.locator('#list-view').isVisible()).toBe(true);
    },
  );
});

describe('the language', () => {
  it('is English to who reads English, and neither of the two is French', async () => {
    expect(await (await visitor.open(address, { locale: 'en-CA' })).title()).toMatch(/^Catalogue of/);
    expect(await (await visitor.open(address, { locale: 'de-DE' })).title()).toMatch(/^Catalogue de/);
  });

  it('is changed by its buttons, everywhere, with what is open and searched, and remembered', async () => {
    const page = await visitor.open(`${address}#/httpbin`);
    await page.getByRole('searchbox').fill('httpbin');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await results(page)).toBe('1 result');
    expect(await page.locator('[data-entry=httpbin] .details').innerText()).toContain('namespace');
    expect(await page.getByLabel('Cluster', { exact: true }).isVisible()).toBe(true);
    expect(await page.locator('body').innerText()).not.toMatch(/Chercher|Grappe|résultat/);
    await page.reload();
    expect(await page.title()).toMatch(/^Catalogue of/);
    expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the theme', () => {
  const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

  it('is dark where the system is, and the other where one chooses, and remembered', async () => {
    const light = await visitor.open(address, { colorScheme: 'light' });
    const dark = await visitor.open(address, { colorScheme: 'dark' });
    const [bright, dim] = [await ground(light), await ground(dark)];
    expect(dim).not.toBe(bright);
    const button = light.getByRole('button', { name: 'Thème sombre' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await ground(light)).toBe(dim);
    await light.reload();
    expect(await ground(light)).toBe(dim);
  });
});

describe('the map', () => {
  it('leads from a unit to its entry, and back to the unit', async () => {
    const page = await visitor.open(address);
    await page.getByRole('link', { name: 'Carte', exact: true }).click();
    expect(await page.locator('#list-view').isVisible()).toBe(false);
    expect(await page.locator('[data-path]').count()).toBe(catalog.units.length);
    await page.locator('[data-path="host/vault"]').click();
    expect(await page.locator('#map-view').isVisible()).toBe(false);
    expect(await focused(page).innerText()).toBe('vault');
    expect(await page.locator('[data-entry=vault] .details').isVisible()).toBe(true);
    await page.goBack();
    expect(await page.locator('#map-view').isVisible()).toBe(true);
    await expect.poll(() => focused(page).getAttribute('data-path')).toBe('host/vault');
  });

  it('is reached from an entry, at its unit', async () => {
    const page = await visitor.open(`${address}#/httpbin`);
    await page
      .locator('[data-entry=httpbin]')
      .getByRole('link', { name: 'prod/httpbin', exact: true })
      .click();
    await expect.poll(() => focused(page).getAttribute('data-path')).toBe('prod/httpbin');
  });

  it('shows an entry that a filter hides', async () => {
    const page = await visitor.open(address);
    await page.getByLabel('Type', { exact: true }).selectOption('app');
    await page.goto(`${address}#map`);
    await page.locator('[data-path="host/velero"]').click();
    expect(await page.locator('[data-entry=velero]').isVisible()).toBe(true);
  });

  it('shows what a unit depends on and what depends on it, all the way', async () => {
    const page = await visitor.open(`${address}#map/host/vault`);
    const marked = async (kind: string) => {
      const boxes = await page.locator(`[data-path].${kind}`).all();
      return (await Promise.all(boxes.map((each) => each.getAttribute('data-path')))).sort();
    };
    await expect.poll(() => page.locator('[data-path].self').count()).toBe(1);
    const reach = (from: string, next: (path: string) => readonly string[], found = new Set<string>()) => {
      for (const path of next(from)) if (!found.has(path)) reach(path, next, found.add(path));
      return [...found].sort();
    };
    const needs = (path: string) => catalog.units.find((unit) => unit.path === path)?.dependsOn ?? [];
    const neededBy = (path: string) =>
      catalog.units.filter(({ dependsOn }) => dependsOn.includes(path)).map((unit) => unit.path);
    expect(await marked('needs')).toEqual(reach('host/vault', needs));
    expect(await marked('needed')).toEqual(reach('host/vault', neededBy));
    expect(await page.locator('[data-needs].needed').count()).toBeGreaterThan(10);
  });
});

describe('by keyboard alone', () => {
  it('one gets to the content, searches, opens an entry and leaves the map out', async () => {
    const page = await visitor.open(address);
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('id')).toBe('text');
    await page.keyboard.type('httpbin');
    expect(await results(page)).toBe('1 résultat');
    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('httpbin');
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-entry=httpbin] .details').isVisible()).toBe(true);
  });

  it('one gets to a unit of the map and into its entry', async () => {
    const page = await visitor.open(`${address}#map`);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Tab');
    const path = await focused(page).getAttribute('data-path');
    expect(path).toMatch(/^host\//);
    expect(await focused(page).getAttribute('aria-label')).toMatch(
      /, vague 0, dépend de 0, \d+ en dépendent$/,
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#list-view').isVisible()).toBe(true);
    expect(await focused(page).innerText()).toBe(catalog.units.find((unit) => unit.path === path)?.entry);
  });

  it('one sees where one is', async () => {
    const page = await visitor.open(address);
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      const style = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      expect(style, await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)')).toBe(
        'solid',
      );
    }
  });
});

describe('on a phone', () => {
  it.each(['', '#/planifets', '#/prometheus', '#map'])(
    'nothing is wider than the screen: %s',
    async (hash) => {
      const page = await visitor.open(`${address}${hash}`, { viewport: phone });
      expect(await overflow(page)).toBe(0);
    },
  );

  it('nothing is wider even with every entry open', async () => {
    const page = await visitor.open(address, { viewport: phone });
    await page.evaluate(
      `document.querySelectorAll('[aria-expanded=false]').forEach((button) => button.click())`,
    );
    expect(await page.locator('[aria-expanded=true]').count()).toBe(catalog.entries.length);
    expect(await overflow(page)).toBe(0);
  });
});

describe('axe', () => {
  it('finds what is wrong', async () => {
    const page = await visitor.open(address);
    await page.evaluate(
      `document.querySelector('label[for=text]').remove(); document.getElementById('text').placeholder = ''`,
    );
    expect(await violations(page)).toEqual([expect.stringMatching(/^label: <input id="text"/)]);
  });

  it.each([
    ['the list', '', 'light', undefined],
    ['an open entry', '#/planifets', 'light', undefined],
    ['an open entry in the dark', '#/patchets', 'dark', undefined],
    ['what is off', '#/blockscout', 'dark', undefined],
    ['the map', '#map', 'light', undefined],
    ['the map in the dark', '#map', 'dark', undefined],
    ['an open entry on a phone', '#/habitek', 'light', phone],
  ] as const)('finds nothing wrong with %s', async (_, hash, colorScheme, viewport) => {
    const page = await visitor.open(`${address}${hash}`, { colorScheme, ...(viewport && { viewport }) });
    expect(await violations(page)).toEqual([]);
  });
});

describe('in print', () => {
  it('has what is shown, without what one presses', async () => {
    const page = await visitor.open(`${address}#/vault`);
    await page.getByRole('searchbox').fill('vault');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('[data-entry=vault] .details').isVisible()).toBe(true);
    expect(await page.locator('[data-entry=acets]').isVisible()).toBe(false);
  });
});
