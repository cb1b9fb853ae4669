import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../commands/site/build.js';
import { overflow, violations } from '../browser/axe.js';
import { Visitor } from '../browser/browser.js';
import { serve } from './server.js';

const visitor = new Visitor();
const folder = mkdtempSync(join(tmpdir(), 'site-'));
const base = '/aide/';
const phone = { width: 360, height: 740 };
let server: Awaited<ReturnType<typeof serve>>;
let faults: readonly string[] = ['not built'];

beforeAll(async () => {
  faults = await buildSite(folder, base);
  server = await serve(folder, base);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page below the site's address; it has to work there, and to ask for nothing elsewhere. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visitor.open(`${server.address}${path}`, options, server.address);
  await page.waitForFunction('document.getElementById("app")?.__vue_app__');
  return page;
}

async function search(page: Page, button: string, words: string): Promise<string[]> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('searchbox').fill(words);
  await page.locator('.VPLocalSearchBox .result').first().waitFor();
  return page.locator('.VPLocalSearchBox .result').allInnerTexts();
}

describe('the site', () => {
  it('has no link that leads nowhere, and nothing from elsewhere', () => expect(faults).toEqual([]));

  it('says so of one that does', async () => {
    const { faultsOf } = await import('../../commands/site/links.js');
    expect(faultsOf(folder, '/elsewhere/').length).toBeGreaterThan(100);
  });

  it('finds a page in French, without accents', async () => {
    const page = await open('');
    const [first = ''] = await search(page, 'Chercher', 'base de donnees');
    expect(first).toContain('base de données');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/aide\/(?!$)/);
    expect(await page.locator('main').innerText()).toContain('base de données');
  });

  it('finds pages from those in English, and those of that language first', async () => {
    const page = await open('en/');
    const found = await search(page, 'Search', 'network policy');
    expect(found.length).toBeGreaterThan(3);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/aide\/en\/./);
  });

  it('has both languages', async () => {
    const page = await open('');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    await page.getByRole('button', { name: 'Langue' }).hover();
    await page.getByRole('link', { name: 'English', exact: true }).first().click();
    await page.waitForURL(`${server.address}en/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en-CA');
    await page.getByRole('heading', { level: 1, name: 'For contributors' }).waitFor();
  });

  it('is dark where the reader likes that, and changes at a press', async () => {
    const page = await open('premier-site.html', { colorScheme: 'dark' });
    const light = () =>
      page.evaluate<number>(
        'Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => +a + +b))',
      );
    expect(await light()).toBeLessThan(150);
    await page.getByRole('switch').first().click();
    await expect.poll(light).toBeGreaterThan(600);
  });

  it('can be read without JavaScript', async () => {
    const page = await visitor.open(
      `${server.address}chemin.html`,
      { javaScriptEnabled: false },
      server.address,
    );
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Comment');
    expect(await page.locator('svg[role=img]').isVisible()).toBe(true);
  });
});

const pages = [
  '',
  'premier-site.html',
  'chemin.html',
  'runbooks/AppErrors.html',
  'runbooks/restauration.html',
  'incidents/',
  'en/bench.html',
  'en/reference/kinds-club-app.html',
];

describe.each(pages)("the page '%s'", (path) => {
  it.each([
    ['in the light', 'light', undefined],
    ['in the dark', 'dark', undefined],
    ['on a phone', 'dark', phone],
  ] as const)('is accessible to axe %s, and not too wide', async (_, colorScheme, viewport) => {
    const page = await open(path, { colorScheme, ...(viewport && { viewport }) });
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
