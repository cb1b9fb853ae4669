import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusals } from '../../../constructs/refusals/fault.js';
import type { Refusal } from '../../../constructs/refusals/refusal.js';

const all: readonly (readonly [string, Refusal])[] = Object.entries(refusals);
const holes = (text: string) => [...new Set(text.match(/<[a-z]+>/gi))].sort();

describe('every refusal', () => {
  it.each(all)('%s is told in both languages, with the same values', (_, { what, fix }) => {
    for (const text of [what, fix]) {
      expect(text.en).toMatch(/\S/);
      expect(text.fr).toMatch(/\S/);
      expect(holes(text.fr)).toEqual(holes(text.en));
    }
    expect(fix.fr).not.toBe(fix.en);
  });

  it.each(all)('%s is one line, whose fix is an instruction', (_, { what, fix }) => {
    for (const language of ['en', 'fr'] as const) {
      expect(`${what[language]}${fix[language]}`).not.toContain('\n');
      expect(what[language]).not.toMatch(/\.$/);
      expect(fix[language]).toMatch(/^(\p{Lu}|<)/u);
    }
  });

  it('is found under one id, which some code gives', () => {
    const root = join(import.meta.dirname, '../../..');
    const code = ['constructs', 'synth', 'commands', 'cli', 'rules', 'system']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !`${folder}/${name}`.startsWith('constructs/refusals/'))
          .map((name) => readFileSync(join(root, folder, name), 'utf8')),
      )
      .join('\n');
    expect(all.map(([id]) => id).filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });
});
