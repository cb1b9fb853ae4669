import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Clone } from './clone.js';
import { root } from './samples.js';

const clone = new Clone();
afterAll(() => clone.remove());

/** What tables of a page tell to write: the code in their second column that names a field. */
const told = (page: string): string[] =>
  readFileSync(join(root, page), 'utf8')
    .split('\n')
    .flatMap((line) => /^\| [^|]* \| (.*) \|$/.exec(line)?.[1] ?? [])
    .flatMap((cell) => [...cell.matchAll(/`(\w+: [^`]*)`/g)].map(([, code = '']) => code));

it('what the tables of app fields tell to write has the right types', () => {
  const parts = [...told('README.md'), ...told('docs/apps.md')];
  expect(parts.length).toBeGreaterThan(25);
  const check = (codes: readonly string[]) => {
    clone.write(
      'test/told.ts',
      [
        `import { k8s } from 'cdk8s-plus-28';`,
        `import type { AppSpec } from '../constructs/app/spec.js';`,
        `import type { ClubAppProps } from '../constructs/kinds/club-app.js';`,
        `export const library = k8s;`,
        'export const parts: (Partial<AppSpec> | Partial<ClubAppProps>)[] = [',
        ...codes.map((code) => `  { ${code} },`),
        '];\n',
      ].join('\n'),
    );
    return clone.run('npx tsc --noEmit');
  };
  const { status, output } = check(parts);
  expect(status, output).toBe(0);
  expect(check([...parts, 'replica: 3']).output).toContain("'replica' does not exist");
});
