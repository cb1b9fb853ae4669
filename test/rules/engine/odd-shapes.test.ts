import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { Inventory } from '../../../rules/engine/inventory.js';
import { check } from '../../../rules/engine/run.js';
import { rules } from '../../../rules/index.js';
import { placed } from '../../../rules/input/read-folder.js';

const odd: readonly unknown[] = [undefined, null, 0, '', [], [null], {}, { a: null }];

/** The same value with each of its parts in turn replaced by something odd. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* odd;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const each of spoiled(part))
      yield Array.isArray(value) ? value.with(Number(key), each) : { ...value, [key]: each };
}

const isObject = (value: unknown): value is Manifest =>
  typeof (value as Manifest | null)?.apiVersion === 'string' && typeof (value as Manifest).kind === 'string';

describe('a manifest of any shape', () => {
  const others = rules.filter(({ id }) => !['readiness-probe', 'schema'].includes(id));
  it.each(others.map((rule) => [rule.id, rule] as const))('is nothing that %s throws on', (_, rule) => {
    const whole = (loadAll(rule.good) as Manifest[]).filter(({ kind }) => kind !== 'Application');
    for (const manifest of whole)
      for (const each of spoiled(manifest)) {
        if (!isObject(each)) continue;
        const first = { ...each, metadata: each.metadata ?? { name: '' } };
        const manifests = [first, ...whole].map((one) => ({ file: 'a.yaml', manifest: one }));
        expect(() => check(new Inventory(placed(manifests)), [rule], { today: '2026-01-01' })).not.toThrow();
      }
  });
});
