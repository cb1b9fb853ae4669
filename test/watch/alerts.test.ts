import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases } from '../alerts/cases.js';
import { sampleFamilies } from './sample.js';

const names = sampleFamilies()
  .flatMap((family) => family.alerts ?? [])
  .map(({ alert }) => alert)
  .sort();

describe('alerts', () => {
  it('each have a test, and no test is of one that is gone', () => {
    expect(Object.keys(cases).sort()).toEqual(names);
  });

  it('each have a page in French that says what to look at first, and no page is of one that is gone', () => {
    const folder = resolve(import.meta.dirname, '../../docs/runbooks');
    const written = readdirSync(folder).filter((name) => /^[A-Z][a-z]/.test(name));
    expect(written.sort()).toEqual(names.map((alert) => `${alert}.md`).sort());
    for (const name of written) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text.startsWith(`# ${name.replace('.md', '')}\n`), name).toBe(true);
      expect(text.match(/^[123]\. /gm), name).toHaveLength(3);
      for (const [, page = ''] of text.matchAll(/\]\((\w+\.md)\)/g)) expect(written, name).toContain(page);
    }
  });
});
