import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { orderKeys, style, toYaml } from '../../../constructs/kube/yaml.js';

const byLibrary = (value: unknown): string => dump(orderKeys(value), style);

const tricky = fc.constantFrom(
  ...[
    '',
    ' ',
    '~',
    'null',
    'yes',
    'on',
    'True',
    '1',
    '-0',
    '0o7',
    '1e3',
    '.5',
    '12:30',
    '2024-01-01',
    '=',
    '<<',
  ],
  ...[
    'a: b',
    'a #b',
    '- a',
    '? a',
    '| a',
    '"a"',
    "it's",
    '{a}',
    '[a]',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a`',
    'a:',
  ],
  ...[
    'a\nb',
    'a\n',
    '\na',
    'a\n\n',
    '\n',
    '  a\n b\n',
    'a\n  b\n\nc',
    'a \nb',
    '---',
    '---\na',
    '...\n',
    '\ta',
    'é\u0000',
  ],
  'x'.repeat(300),
);
const text = fc.oneof(tricky, fc.string(), fc.string({ unit: 'grapheme' }));
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0, -0),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(text, fc.constantFrom('kind', 'name', 'group', '7', '__proto__', 'k'.repeat(1100))),
      fc.oneof(tie('value'), fc.constant(undefined)),
      { maxKeys: 4 },
    ),
  ),
}));

describe('toYaml', () => {
  it('writes what js-yaml writes, to the byte, whatever it wrote before', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(toYaml(each)).toBe(byLibrary(each));
        expect(toYaml({ spec: [each] })).toBe(byLibrary({ spec: [each] }));
        expect(toYaml([{ a: { b: each } }])).toBe(byLibrary([{ a: { b: each } }]));
      }),
      { numRuns: 3000 },
    );
  });

  it('writes what js-yaml writes where it has forgotten what it knew', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `text ${index}`);
    expect(toYaml({ many })).toBe(byLibrary({ many }));
    expect(toYaml({ many: many.slice(0, 3) })).toBe(byLibrary({ many: many.slice(0, 3) }));
  });

  it('refuses what js-yaml refuses', () => {
    expect(() => toYaml({ spec: [() => 1] })).toThrow('unacceptable kind');
  });
});
