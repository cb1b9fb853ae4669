import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { rules } from '../../../rules/index.js';
import { documentsOf, findings } from '../findings.js';

/** What people write where something else belongs. */
const odd = [undefined, null, 'text', 7, [], [null], {}];

type Path = readonly (string | number)[];

/** Where something is said in a document, its kind aside. */
function* paths(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (path.length === 0 && ['apiVersion', 'kind', 'metadata'].includes(key)) continue;
    yield [...path, key];
    yield* paths(inner, [...path, key]);
  }
}

/** The document with something else at that place. */
function replaced(value: unknown, [key = '', ...rest]: Path, by: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = rest.length > 0 ? replaced(copy[key], rest, by) : by;
  return copy;
}

describe('no rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('throws on odd YAML: %s', (_, rule) => {
    for (const yaml of [rule.good, rule.bad]) {
      const documents = documentsOf(yaml);
      documents.forEach((document, index) => {
        if (document.manifest.kind === 'Application') return;
        for (const path of paths(document.manifest)) {
          for (const value of odd) {
            const manifest = replaced(document.manifest, path, value) as Manifest;
            const given = documents.with(index, { ...document, manifest });
            expect(() => findings(rule, given), `${path.join('.')}: ${JSON.stringify(value)}`).not.toThrow();
          }
        }
      });
    }
  });
});
