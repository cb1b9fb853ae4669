import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { fieldChanges, pathText } from '../../../commands/diff/fields.js';
import { apply } from './apply.js';

const told = (before: string, after: string) =>
  fieldChanges(load(before), load(after)).map(({ path, before: was, after: is, order }) => [
    pathText(path),
    ...(order ? ['order'] : [was, is]),
  ]);

describe('the fields that differ', () => {
  it('are told by their path', () => {
    expect(told('spec: { replicas: 2, a: 1 }', 'spec: { replicas: 3, b: null }')).toEqual([
      ['spec.a', 1, undefined],
      ['spec.b', undefined, null],
      ['spec.replicas', 2, 3],
    ]);
    expect(
      told('metadata: { annotations: { a.b/c: x } }', 'metadata: { annotations: { a.b/c: y } }'),
    ).toEqual([['metadata.annotations[a.b/c]', 'x', 'y']]);
  });

  it('are told by the names of containers and variables, wherever they stand', () => {
    const before =
      'containers: [{ name: a }, { name: web, env: [{ name: LEVEL, value: debug }, { name: X, value: y }] }]';
    const after =
      'containers: [{ name: web, env: [{ name: NEW, value: z }, { name: LEVEL, value: info }] }, { name: a }]';
    expect(told(before, after)).toEqual([
      ['containers[web].env[LEVEL].value', 'debug', 'info'],
      ['containers[web].env[X]', { name: 'X', value: 'y' }, undefined],
      ['containers[web].env[NEW]', undefined, { name: 'NEW', value: 'z' }],
      ['containers', 'order'],
    ]);
  });

  it('keep apart ports of one number and two protocols', () => {
    expect(
      told(
        'ports: [{ port: 53, protocol: UDP }, { port: 53 }]',
        'ports: [{ port: 53, protocol: UDP }, { port: 53, name: dns }]',
      ),
    ).toEqual([['ports[53].name', undefined, 'dns']]);
  });

  it('are whole items of lists without names, and places of commands', () => {
    expect(told('policies: [a, b]', 'policies: [b, c, d]')).toEqual([
      ['policies[]', 'a', undefined],
      ['policies[]', undefined, 'c'],
      ['policies[]', undefined, 'd'],
    ]);
    expect(told('args: [-c, x, -c, y]', 'args: [-c, x, -c, z]')).toEqual([['args[3]', 'y', 'z']]);
    expect(told('egress: [{ to: [{ a: 1 }] }]', 'egress: [{ to: [{ a: 2 }] }]')).toEqual([
      ['egress[0].to[0].a', 1, 2],
    ]);
  });

  it('are the whole list where nothing else can be said', () => {
    expect(told('list: [a, a]', 'list: [a]')).toEqual([['list', ['a', 'a'], ['a']]]);
    expect(told('a: [b]', 'a: { b: c }')).toEqual([['a', ['b'], { b: 'c' }]]);
  });
});

// Few keys and values, so that two arbitrary trees have something in common.
const names = fc.constantFrom('a', 'b', 'c');
const keys = fc.constantFrom(
  'name',
  'containers',
  'env',
  'ports',
  'port',
  'protocol',
  'destinations',
  'namespace',
  'args',
  'rules',
  'host',
  'x',
);
const { value } = fc.letrec<{ value: unknown; map: unknown }>((tie) => ({
  map: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(names, fc.integer({ min: 0, max: 2 }), fc.constant(null), fc.boolean()),
    tie('map'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.record({ name: names, x: tie('value') }, { noNullPrototype: true }), { maxLength: 4 }),
    fc.array(fc.record({ port: names, protocol: names }, { requiredKeys: ['port'], noNullPrototype: true }), {
      maxLength: 4,
    }),
  ),
}));

describe('for any two values', () => {
  it('the fields that were told, applied to the old one, give the new one', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(apply(before, fieldChanges(before, after))).toEqual(after);
      }),
      { numRuns: 5000 },
    );
  });

  it('nothing is told of equal ones, and something of others', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(fieldChanges(before, structuredClone(before))).toEqual([]);
        const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(fieldChanges(before, after).length === 0).toBe(isSame);
      }),
      { numRuns: 2000 },
    );
  });
});

const sorted = (inner: unknown): unknown =>
  Array.isArray(inner)
    ? inner.map(sorted)
    : typeof inner === 'object' && inner !== null
      ? Object.entries(inner)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, sorted(item)])
          .concat([['', 'map']])
      : inner;
