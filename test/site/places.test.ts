import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { expect, it } from 'vitest';
import { anchorOf } from '../../docs/.vitepress/anchors.js';
import { linkOf, placeOf } from '../../docs/.vitepress/places.js';
import { english, french } from '../../docs/.vitepress/sidebar.js';
import { pages, root } from './samples.js';

const linksOf = (items: DefaultTheme.SidebarItem[]): string[] =>
  items.flatMap(({ link, items: below = [] }) => [...(link ? [link] : []), ...linksOf(below)]);

it('every page is in the sidebar', () => {
  const listed = new Set([...linksOf(french), ...linksOf(english)]);
  const places = pages
    .filter((page) => page.startsWith('docs/'))
    .map((page) => `/${placeOf(page.slice('docs/'.length)).replace(/(index)?\.md$/, '')}`);
  expect(places.length).toBeGreaterThan(60);
  expect(places.filter((place) => !listed.has(place))).toEqual([]);
});

it('no page links to one that git ignores: where the repository is browsed it is not there', () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]*)/g)].map(([, href = '']) => ({
      page,
      href,
    })),
  );
  expect(links.length).toBeGreaterThan(200);
  const written = /(^|\/)(reference|refusals|rules)\/(?!README\.md)[^/]+\.md$/;
  expect(links.filter(({ page, href }) => written.test(href) && !page.includes('/reference/'))).toEqual([]);
});

it('every npm run that a page names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = [...pages, 'CONTRIBUTING.md'].flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, script = '']) => ({ page, script }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
});

it('links to files and headings that are not there are errors', () => {
  expect(() => linkOf('design.md', 'nothing.md')).toThrow(
    'docs/design.md: it links to docs/nothing.md, which does not exist',
  );
  expect(() => linkOf('design.md', '../README.md#nothing')).toThrow(
    'docs/design.md: it links to README.md#nothing, and there is no such heading',
  );
  expect(linkOf('fr/index.md', '../../README.md#add-a-clubs-site')).toMatch(/\/README\.md#add-a-clubs-site$/);
  expect(linkOf('runbooks/AppErrors.md', '../fr/journaux.md#a')).toBe('/journaux.md#a');
});

it('anchors are those of GitHub', () => {
  expect(anchorOf('Une base de données')).toBe('une-base-de-données');
  expect(anchorOf("Add a club's site")).toBe('add-a-clubs-site');
  expect(anchorOf('1. `npm run new`, en_bref')).toBe('1-npm-run-new-en_bref');
});

it('every runbook is a page of the site', () => {
  const names = readdirSync(join(root, 'docs/runbooks'));
  expect(names.length).toBeGreaterThan(20);
  expect(names.map((name) => placeOf(`runbooks/${name}`)).filter((place) => place.startsWith('en/'))).toEqual(
    [],
  );
});
