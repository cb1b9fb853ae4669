import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, finder, plain, type Query } from '../../../commands/catalog/page/filter.js';
import { sampleCatalog } from './sample.js';

const catalog = sampleCatalog();
const find = finder(catalog);
const found = (query: Partial<Query>) => {
  const matches = find({ ...everything, ...query });
  return catalog.entries.filter((_, index) => matches[index]).map(({ id }) => id);
};

describe('the search', () => {
  it('finds all without a query', () => {
    expect(found({})).toEqual(catalog.entries.map(({ id }) => id));
    expect(found({ text: '  ' })).toEqual(found({}));
  });

  it.each([
    ['a name', 'draughts', ['draughts']],
    ['an address', 'chess.school.ca', ['chess']],
    ['an image', 'library/postgres:17', ['chess']],
    ['a chart and its version', 'velero 6.7.0', ['velero']],
    ['where a secret lies', 'kv/data/apps/chess', ['chess']],
    ['a club, whatever its case', 'KEEPERS velero', ['velero']],
    ['words in any order', 'school chess', ['chess']],
    ['nothing', 'chess velero', []],
  ])('finds by %s', (_, text, ids) => {
    expect(found({ text })).toEqual(ids);
  });

  it('ignores accents', () => {
    expect(plain('Œuvre Cédille ÉTS')).toBe(plain('œuvre cedille ets'));
  });

  it('filters by cluster, club, kind, and by what is public', () => {
    expect(found({ cluster: 'staging' })).toEqual(['chess', 'staging-namespaces']);
    expect(found({ club: 'Chess' })).toEqual(['chess', 'draughts', 'gallery']);
    expect(found({ kind: 'app' })).toEqual(['chess', 'draughts', 'gallery']);
    expect(found({ access: 'public' })).toEqual(['chess', 'gallery']);
    expect(found({ kind: 'app', access: 'private' })).toEqual(['draughts']);
  });

  it('finds by less what it finds by more', () => {
    const words = fc.constantFrom('chess', 'prod', 'velero', 'e', '17.2', 'nothing');
    fc.assert(
      fc.property(fc.array(words), words, (some, more) => {
        const wide = found({ text: some.join(' ') });
        for (const id of found({ text: [...some, more].join(' ') })) expect(wide).toContain(id);
      }),
    );
  });
});
