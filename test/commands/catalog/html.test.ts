import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../../../commands/catalog/map.js';
import type { Catalog } from '../../../commands/catalog/model.js';
import { entryDetails } from '../../../commands/catalog/page/entry-details.js';
import { entrySummary } from '../../../commands/catalog/page/entry-summary.js';
import { escapeHtml, html, jsonForScript, marked } from '../../../commands/catalog/page/html.js';
import { strings } from '../../../commands/catalog/page/strings.js';
import { pageOf } from '../../../commands/catalog/page.js';
import { sampleCatalog } from './sample.js';

/** Every text of some data put in place of by another, keys and words that decide what is what aside. */
const poisoned = (value: unknown, poison: string, key = ''): unknown => {
  if (typeof value === 'string')
    return ['kind', '$schema', 'place'].includes(key) ? value : `${value}${poison}`;
  if (Array.isArray(value)) return value.map((inner) => poisoned(inner, poison));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      key === 'keys' ? `${name}${poison}` : name,
      poisoned(inner, poison, name),
    ]),
  );
};
const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)><!--`;

describe('HTML', () => {
  it('escapes what is put into a template, and keeps templates in it', () => {
    expect(html`<p title="${'"'}">${'<b>'}${html`<i>${['&', undefined, false, 0]}</i>`}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;0</i></p>',
    );
  });

  it('leaves nothing of any text that could end an element or an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))));
  });

  it('marks code, and escapes in and around it', () => {
    expect(html`${marked('a `<b>` c<')}`.text).toBe('a <code>&lt;b&gt;</code> c&lt;');
  });

  it('makes data that no script element is ended by, and that read as they were', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('</script>', '<!--', ''), (data, poison) => {
        const { text } = jsonForScript([data, poison]);
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify([data, poison])));
      }),
    );
  });

  it('stays whole with hostile names everywhere: in the list, in details, on the map and in the page', () => {
    const catalog = poisoned(sampleCatalog(), hostile) as Catalog;
    const parts = catalog.entries.flatMap((entry, index) =>
      Object.values(strings).flatMap((s) => [
        entrySummary(entry, index, s).text,
        entryDetails(catalog, entry, s).text,
      ]),
    );
    for (const text of [...parts, mapOf(catalog).text]) {
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<(script|img|!--)/);
    }
    expect(pageOf(catalog).match(/<script/g)).toHaveLength(2);
    expect(pageOf(catalog)).not.toContain('<img');
  });

  it('links to nothing but what is fetched by HTTPS and to itself', () => {
    const catalog = sampleCatalog();
    const release = { address: 'javascript:alert(1)/v1.0.0/' };
    const entries = catalog.entries.map((entry) => ({
      ...entry,
      places: entry.places.map((place) => ({ ...place, releases: [release] })),
    }));
    for (const entry of entries) {
      const { text } = entryDetails({ ...catalog, entries }, entry, strings.en);
      for (const [, address] of text.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^(https:\/\/|#)/);
    }
  });
});
