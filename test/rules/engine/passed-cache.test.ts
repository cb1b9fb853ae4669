import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exemptPrefix } from '../../../constructs/values/labels.js';
import { Inventory, type Item } from '../../../rules/engine/inventory.js';
import { isSingleObjectRule, PassedCache } from '../../../rules/engine/passed-cache.js';
import type { ObjectRule } from '../../../rules/engine/rule.js';
import { check } from '../../../rules/engine/run.js';
import { rules } from '../../../rules/index.js';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sound-'));
  file = join(home, 'cache/sound');
});
afterEach(() => rmSync(home, { recursive: true }));

const item = (name: string, data: string, annotations: Record<string, string> = {}): Item => ({
  manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, annotations }, data: { text: data } },
  file: `prod/chess/ConfigMap.${name}.yaml`,
  cluster: 'prod',
  unit: 'chess',
  namespace: 'chess-prod',
});

const none = { en: '', fr: '' };

/** Counts what it looks at, and finds what is called bad. */
const counting = () => {
  const seen: string[] = [];
  const rule: ObjectRule = {
    id: 'no-bad',
    title: none,
    why: none,
    fix: none,
    good: '',
    bad: '',
    finds: [],
    check: ({ manifest }) => {
      seen.push(manifest.metadata.name);
      return (manifest['data'] as { text: string }).text === 'bad'
        ? [{ en: 'it is bad', fr: 'il est mauvais' }]
        : [];
    },
  };
  return { rule, seen };
};
const run = (items: Item[], more: readonly ObjectRule[] = []) => {
  const { rule, seen } = counting();
  const passed = new PassedCache(file);
  const { findings } = check(new Inventory(items), [rule, ...more], { today: '2026-11-21', passed });
  passed.save();
  return {
    seen,
    findings: findings.map(({ rule: id, item: { manifest } }) => `${id} ${manifest.metadata.name}`),
  };
};

describe('an object that passed before', () => {
  it('is not checked again, until it changes or lies elsewhere', () => {
    expect(run([item('a', 'good'), item('b', 'good')]).seen).toEqual(['a', 'b']);
    expect(run([item('a', 'good'), item('b', 'good')]).seen).toEqual([]);
    expect(run([item('a', 'better'), item('b', 'good')]).seen).toEqual(['a']);
    expect(run([{ ...item('b', 'good'), namespace: 'go-prod' }]).seen).toEqual(['b']);
    // What JSON would take for the same is not.
    expect(run([item('c', null as never)]).seen).toEqual(['c']);
    expect(run([item('c', Number.NaN as never)]).seen).toEqual(['c']);
  });

  it('is never what breaks a rule', () => {
    const broken = { seen: ['a'], findings: ['no-bad a'] };
    expect([run([item('a', 'bad')]), run([item('a', 'bad')])]).toEqual([broken, broken]);
  });

  it('may break a rule and say why, which stays true', () => {
    const exempt = { [`${exemptPrefix}no-bad`]: 'It is bad on purpose.' };
    expect(run([item('a', 'bad', exempt)]).findings).toEqual([]);
    expect(run([item('a', 'bad', exempt)])).toEqual({ seen: ['a'], findings: [] });
    // An exemption of no use is told each time.
    expect(run([item('b', 'good', exempt)]).findings).toEqual(['exemption b']);
    expect(run([item('b', 'good', exempt)]).findings).toEqual(['exemption b']);
  });

  it('is looked at by rules that look at others too', () => {
    const alone: ObjectRule = {
      ...counting().rule,
      id: 'alone',
      check: (_, inventory) =>
        inventory.items.length > 1 ? [{ en: 'it is not alone', fr: 'il n’est pas seul' }] : [],
    };
    expect(run([item('a', 'good')], [alone]).findings).toEqual([]);
    expect(run([item('a', 'good'), item('b', 'good')], [alone]).findings).toEqual(['alone a', 'alone b']);
  });

  it('is forgotten with its file, and a file of nonsense is an empty one', () => {
    run([item('a', 'good')]);
    rmSync(file);
    expect(run([item('a', 'good')]).seen).toEqual(['a']);
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect(run([item('a', 'good')]).seen).toEqual(['a']);
    expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(1);
  });

  it('need not be kept', () => {
    writeFileSync(join(home, 'cache'), 'a file where its folder would be');
    expect(run([item('a', 'good')]).findings).toEqual([]);
  });
});

it('most rules look at one object alone, and the others say so by what they take', () => {
  const alone = rules.filter(isSingleObjectRule).map(({ id }) => id);
  expect(alone).toContain('schema');
  expect(alone).not.toContain('network-policy-peers');
  // Asked without anything else around, they must not miss it.
  for (const rule of rules.filter(isSingleObjectRule)) {
    const source = `${rule.check} ${rule.applies}`;
    expect(source, rule.id).not.toMatch(/\binventory\b|\barguments\b|\.\.\.\w+\)\s*=>/);
  }
});
