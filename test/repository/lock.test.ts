import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where a package looks for another: in its own folder, then in each above. */
function places(from: string, name: string): string[] {
  const parents = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
}

it('locks what other machines need too: without it npm ci refuses the lock', () => {
  const lock = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
  const packages = JSON.parse(lock).packages as Record<string, Locked>;
  const needed = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ from, name })),
  );
  expect(needed.length).toBeGreaterThan(50);
  expect(needed.filter(({ from, name }) => !places(from, name).some((place) => place in packages))).toEqual(
    [],
  );
});
