import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChanges } from '../../../commands/diff/lines.js';
import { report } from '../../../commands/diff/report.js';
import { writeJson } from '../../../commands/diff/write-json.js';
import { code, longestComment, writeMarkdown } from '../../../commands/diff/write-markdown.js';
import { writeText } from '../../../commands/diff/write-text.js';
import { type Files, tree } from './trees.js';

const nobody = { zones: [], clubs: [], platform: '@platform/team' };
const of = (before: Files, after: Files) => report('0123456789abcdef', tree(before), tree(after), nobody);
const config = (data: string, name = 'chess') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata:\n${data}\n`;

const deployment = (replicas: number, level: string, host: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: chess }\nspec: { replicas: ${replicas}, template: { spec: { containers: [{ name: web, env: [{ name: LEVEL, value: ${level} }, { name: HOST, value: ${host} }] }] } } }\n`;
const sample = of(
  {
    'prod/chess/a.yaml': deployment(2, 'debug', 'a'),
    'prod/chess/b.yaml': config('  page: |\n    one\n    two\n    three'),
    'prod/chess/c.yaml': 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: files }\n',
  },
  {
    'prod/chess/a.yaml': deployment(3, 'info', 'a'),
    'prod/chess/b.yaml': config('  page: |\n    one\n    2\n    three'),
  },
);

describe('a report', () => {
  it('as text', () => {
    expect(writeText(sample, false)).toMatchSnapshot();
  });

  it('as Markdown', () => {
    expect(writeMarkdown(sample)).toMatchSnapshot();
  });

  it('in colour is the same text', () => {
    const coloured = writeText(sample, true);
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(writeText(sample, false));
  });

  it('as JSON has the shape that the schema describes', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../commands/diff/report.schema.json'), 'utf8'),
    );
    const validate = new Ajv({ strict: false }).compile(schema);
    const told = JSON.parse(writeJson(sample));
    expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    expect(told).toMatchObject({ level: 'danger', exitCode: 30 });
    expect(validate({ ...told, level: 'fine' })).toBe(false);
  });

  it('of nothing says so', () => {
    const nothing = of({}, {});
    expect(writeText(nothing, true)).toBe('Nothing changes on the clusters since 0123456789ab.');
    expect(writeMarkdown(nothing)).toContain('## ⚪ What this changes on the clusters\n\nNothing.\n');
    expect(JSON.parse(writeJson(nothing))).toMatchObject({ level: 'info', exitCode: 0, units: [] });
  });

  it('never tells the values of a Secret', () => {
    const secret = (word: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: chess }\nstringData: { word: ${word} }\n`;
    const told = of(
      { 'prod/chess/a.yaml': secret('before-it') },
      { 'prod/chess/a.yaml': secret('after-it') },
    );
    for (const text of [writeText(told, false), writeMarkdown(told), writeJson(told)]) {
      expect(text).toContain('word');
      expect(text).not.toMatch(/before-it|after-it/);
    }
  });
});

describe('a comment', () => {
  const many = (size: number) =>
    Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [
        `prod/unit-${index}/a.yaml`,
        config(`  page: ${'é'.repeat(size + index)}`, `config-${index}`),
      ]),
    );

  it('is as long as GitHub takes, says what is missing, and closes what it opens', () => {
    const told = of(many(100), many(101));
    const text = writeMarkdown(told);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longestComment);
    expect(Buffer.byteLength(text)).toBeGreaterThan(longestComment * 0.9);
    expect(text).toMatch(/_Shortened: what did not fit is shown by `npm run diff -- 0123456789ab`\._\n$/);
    expect(text).toContain('and 1400 more units');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('is never longer than it may be', () => {
    const told = of(many(10), many(11));
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 100_000 }), (limit) => {
        expect(Buffer.byteLength(writeMarkdown(told, limit))).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 20 },
    );
  });

  it('shows what is in values, and does not do it', () => {
    const evil = '`</details> @everyone <img src=x> [a](b) ``` \\u0001';
    const data = (text: string) => config(`  ${JSON.stringify(text)}: ${JSON.stringify(text)}`);
    const told = of({ 'prod/chess/a.yaml': data('x') }, { 'prod/chess/a.yaml': data(`${evil}\n${evil}`) });
    const lines = writeMarkdown(told).split('\n');
    const opens = lines.findIndex((line) => /^`{4,}diff$/.test(line));
    const closes = lines.indexOf((lines[opens] ?? '').replace('diff', ''), opens);
    const outside = [...lines.slice(0, opens), ...lines.slice(closes)].join('\n');
    expect(opens).toBeGreaterThan(0);
    expect(outside).not.toMatch(/everyone|img/);
    expect(outside.match(/<\/details>/g)).toHaveLength(1);
    expect(writeText(told, false)).not.toContain('\u0001');
  });

  it('has code that ends where it should', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '|') }), (text) => {
        const [, open = '', inner = '', close = ''] = /^(`+)(.*?)(`+)$/s.exec(code(text)) ?? [];
        expect(open).toBe(close);
        expect(inner.match(/`+/g) ?? []).not.toContain(open);
        expect(inner).not.toContain('\n');
      }),
    );
  });
});

describe('the lines of two texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((lines) => lines.join('\n'));

  it('that differ lead from one to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineChanges(before, after);
        const side = (mark: '+' | '-') => lines.filter((line) => line.mark !== mark).map((line) => line.text);
        const [old, now] = [side('+'), side('-')];
        const count = (whole: string) => whole.split('\n').length;
        expect(count(before) - old.length).toBe(count(after) - now.length);
        const start = before.split('\n').findIndex((line, index) => line !== after.split('\n')[index]);
        const from = start === -1 ? count(before) : start;
        if (before !== after) expect(before.split('\n').slice(from, from + old.length)).toEqual(old);
        else expect(lines).toEqual([]);
      }),
    );
  });

  it('are told one by one however many there are', () => {
    const long = (first: string, last: string) =>
      [first, ...Array.from({ length: 3000 }, (_, index) => `line ${index}`), last].join('\n');
    const lines = lineChanges(long('a', 'b'), long('c', 'd'));
    expect(lines.filter(({ mark }) => mark !== ' ')).toEqual([
      { mark: '-', text: 'a' },
      { mark: '+', text: 'c' },
      { mark: '-', text: 'b' },
      { mark: '+', text: 'd' },
    ]);
    expect(lines).toHaveLength(3004);
  });
});
