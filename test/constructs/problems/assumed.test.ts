import { expect, it } from 'vitest';
import { assumed, assumptions, placeholder } from '../../../constructs/problems/assumed.js';

const here = 'test/constructs/problems/assumed.test.ts';
const told = () => assumptions().filter(({ source }) => source.startsWith(`${here}:`));

it('gives back what it was given, with its type, and remembers why and where it is written', () => {
  expect(told()).toEqual([]);
  const image: 'a:main' = assumed('the version', 'a:main');
  const { port }: { readonly port: 80 } = placeholder('the port', { port: 80 });
  expect([image, port]).toEqual(['a:main', 80]);
  expect(told()).toEqual([
    { kind: 'assumed', why: 'the version', source: `${here}:9` },
    { kind: 'placeholder', why: 'the port', source: `${here}:10` },
  ]);
});

it('tells what is said once for several values once', () => {
  const before = told().length;
  for (const value of [1, 2, 3]) expect(assumed('a number', value)).toBe(value);
  expect(told().length).toBe(before + 1);
});
