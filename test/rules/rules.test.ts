import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lists } from '../../rules/examples/measures.js';
import { rules } from '../../rules/index.js';
import { findings } from './findings.js';

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s passes its good example and finds its bad one',
    (_, rule) => {
      expect(findings(rule, rule.good)).toEqual([]);
      const found = findings(rule, rule.bad).map(({ what }) => what);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(rule.finds);
    },
  );

  it('is listed, in the order of their ids, and says what it is for', () => {
    const folder = join(import.meta.dirname, '../../rules');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') &&
        /^export const \w+: (Object|Pod)?Rule = /m.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(files.map((name) => basename(name, '.ts')).sort()).toEqual(rules.map(({ id }) => id));
    for (const { id, title, why, fix } of rules) {
      for (const language of ['en', 'fr'] as const) {
        expect(title[language], id).toMatch(/^[\p{Lu}`].{10,90}[^.]$/u);
        expect(why[language], id).toMatch(/^[\p{Lu}`].{30,}\.$/su);
        expect(fix[language], id).toMatch(/^\p{Lu}.{10,}[^.]$/u);
      }
    }
  });
});

describe('the lists that people measure by', () => {
  const known = Object.entries(lists).flatMap(([list, names]) => names.map((name) => `${list}/${name}`));
  const claimed = new Set(rules.flatMap((rule) => rule.lists ?? []));

  it('are enforced, but for what was decided otherwise', () =>
    expect(known.filter((name) => !claimed.has(name))).toEqual([]));

  it('are named as the tools name them', () => {
    const own = [...claimed].filter((name) => Object.keys(lists).some((list) => name.startsWith(`${list}/`)));
    const optional = /^kube-linter\/|^kube-score\/(container-seccomp-profile|container-ports-check)/;
    expect(own.filter((name) => !known.includes(name) && !optional.test(name))).toEqual([]);
  });
});
