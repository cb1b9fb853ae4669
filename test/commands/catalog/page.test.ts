import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { languages, strings } from '../../../commands/catalog/page/strings.js';
import { pageOf } from '../../../commands/catalog/page.js';
import { sampleCatalog } from './sample.js';

const page = pageOf(sampleCatalog());
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the page', () => {
  it('asks for nothing, of nobody', () => {
    expect(page).not.toMatch(/<(script|img|iframe|source)[^>]* src=/);
    expect(page).not.toMatch(/<link rel="stylesheet"|@import|url\(/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  it('lets run the script and the style that are in it, and no other', () => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(page).toContain(`script-src &#39;sha256-${hashOf(script)}&#39;`);
    expect(page).toContain(`style-src &#39;sha256-${hashOf(style)}&#39;`);
    expect(script.length).toBeGreaterThan(5_000);
    expect(style.length).toBeGreaterThan(5_000);
  });

  it('names only strings that there are, in the places that are translated', () => {
    const keys = [...page.matchAll(/data-t(?:-label|-placeholder)?="(\w+)"/g)].map(([, key]) => key ?? '');
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys)
      for (const language of languages) expect(typeof strings[language][key as 'list'], key).toBe('string');
  });

  it('says everything in both languages, and differently', () => {
    const same = Object.entries(strings.fr).filter(([key, text]) => strings.en[key as 'list'] === text);
    // These are the same words in both.
    expect(same.map(([key]) => key)).toEqual([
      'club',
      'accessPublic',
      'service',
      'publicHosts',
      'versions',
      'exceptions',
    ]);
  });
});
