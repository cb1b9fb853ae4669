import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../constructs/checks/rules/index.js';
import { findings } from './findings.js';

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s passes its good example and finds its bad one',
    (_, rule) => {
      expect(findings(rule, rule.good)).toEqual([]);
      expect(findings(rule, rule.bad).length).toBeGreaterThan(0);
    },
  );

  it('is listed, in the order of their ids, and says what it is for', () => {
    const folder = join(import.meta.dirname, '../../constructs/checks/rules');
    const files = readdirSync(folder).filter((name) => !['index.ts', 'examples.ts'].includes(name));
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(rules.map(({ id }) => id));
    for (const { id, title, why, mend } of rules) {
      expect(title, id).toMatch(/^[A-Z].{10,90}[^.]$/);
      expect(why, id).toMatch(/^[A-Z].{30,}\.$/s);
      expect(mend, id).toMatch(/^[A-Z].{10,}[^.]$/);
    }
  });
});
