import { describe, expect, it } from 'vitest';
import { catalogFiles, withHistoryOf } from '../../../commands/catalog/files.js';
import type { Since } from '../../../commands/catalog/history.js';
import type { Catalog } from '../../../commands/catalog/model.js';
import { render } from '../../platform.js';
import { keeper, samplePlatform } from './sample.js';

const since = { commit: 'c'.repeat(40), date: '2026-11-21' };
const history = new Map(['prod/catalogue', 'host/catalogue-prod', 'prod/chess'].map((path) => [path, since]));
const filesWith = (page: string, told: ReadonlyMap<string, Since> = history) => {
  const platform = samplePlatform(page);
  return catalogFiles(platform, render(platform), { keeper, history: told });
};

describe('the catalogue, which the platform that it describes holds', () => {
  it('is the same whatever page it is that is held: two runs reach a fixed point', () => {
    const first = filesWith('');
    const second = filesWith(first.get('index.html') ?? '');
    expect(second).toEqual(first);
    expect(filesWith(second.get('index.html') ?? '')).toEqual(first);
  });

  it('tells no commit of the app that holds it, and those of all others', () => {
    const { units } = JSON.parse(filesWith('').get('catalog.json') ?? '') as Catalog;
    expect(units.filter((unit) => unit.since).map(({ path }) => path)).toEqual(['prod/chess']);
    expect(units.filter(({ entry }) => entry === 'catalogue')).toHaveLength(2);
  });

  it('can be made again with the commits that it tells', () => {
    const files = filesWith('');
    const told = withHistoryOf(JSON.parse(files.get('catalog.json') ?? '') as Catalog);
    expect(told).toEqual(new Map([['prod/chess', since]]));
    expect(filesWith('', told)).toEqual(files);
  });
});
