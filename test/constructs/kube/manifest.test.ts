import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { orderKeys, toYaml } from '../../../constructs/kube/manifest.js';

const ambiguous = [
  ...['yes', 'on', 'No', 'off', 'y', 'n', 'true', 'TRUE', 'null', 'Null', '~', ''],
  ...[
    '1e3',
    '12e03',
    '123e4567',
    '0o17',
    '0o755',
    '007',
    '0777',
    '0x1f',
    '0b1',
    '1_000',
    '.5',
    '1.',
    '+1',
    '.inf',
    '.NaN',
  ],
  ...[
    '2001-01-01',
    '2001-01-01T00:00:00Z',
    '12:30',
    '190:20:30',
    '=',
    '<<',
    '- a',
    'a: b',
    '# x',
    '@x',
    '%x',
    '!x',
    '{',
  ],
];

describe('toYaml', () => {
  it.each(ambiguous)('quotes the string %j, and both generations of YAML read it back', (text) => {
    const yaml = toYaml({ text });
    expect(yaml).toMatch(/^text: "/);
    for (const version of ['1.1', '1.2'] as const) expect(parse(yaml, { version })).toEqual({ text });
  });

  it.each([
    'httpbin',
    'a-b',
    '10.0.0.1',
    'v1.2.3',
    '100m',
    '256Mi',
    '/tmp',
    'a#b',
    'https://x.ca/',
    'Cédille',
  ])('leaves %j bare', (text) => expect(toYaml({ text })).toBe(`text: ${text}\n`));

  it('writes lines as lines', () => {
    expect(toYaml({ text: 'one\ntwo\n' })).toBe('text: |\n  one\n  two\n');
  });

  it('prints what any parser reads back as the same data', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[-+.0-9eExob_:]{1,8}$/),
      fc.constantFrom(...ambiguous),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9./_-]{1,9}$/), fc.oneof(value, fc.array(value)));
    fc.assert(
      fc.property(tree, (data) => {
        const plain = structuredClone({ ...data });
        const yaml = toYaml(plain);
        expect(load(yaml)).toEqual(plain);
        for (const version of ['1.1', '1.2'] as const) expect(parse(yaml, { version })).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe('orderKeys', () => {
  it('begins with what the object is and ends with the rest by code point', () => {
    const object = {
      spec: 1,
      Zebra: 2,
      metadata: { labels: {}, namespace: 'b', name: 'a' },
      kind: 'K',
      apiVersion: 'v1',
    };
    expect(JSON.stringify(orderKeys(object))).toBe(
      '{"apiVersion":"v1","kind":"K","metadata":{"name":"a","namespace":"b","labels":{}},"Zebra":2,"spec":1}',
    );
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const reversed = Object.fromEntries(Object.entries(data).reverse());
        expect(toYaml(reversed)).toBe(toYaml(data));
      }),
    );
  });
});
