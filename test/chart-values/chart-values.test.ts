import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { paths, reads } from './paths.js';

interface Known {
  readonly chart: string;
  readonly version: string;
  readonly paths: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
}
interface Source {
  readonly chart?: string;
  readonly targetRevision: string;
  readonly helm?: { readonly valuesObject?: object };
}

const folder = import.meta.dirname;
const argocd = resolve(folder, '../../dist/argocd');
const sources = readdirSync(argocd)
  .filter((name) => name.startsWith('Application.'))
  .flatMap((name) => {
    const { spec } = load(readFileSync(join(argocd, name), 'utf8')) as {
      spec: { source?: Source; sources?: Source[] };
    };
    return [spec.source ?? [], ...(spec.sources ?? [])]
      .flat()
      .filter(({ chart }) => chart)
      .map((source) => ({ name, ...source }));
  });

describe('chart values', () => {
  it('are emitted for the charts of the platform', () => expect(sources.length).toBeGreaterThan(5));

  // A chart with nothing but its own values needs no list of what it reads.
  it.each(sources.filter(({ helm }) => helm?.valuesObject))(
    'of $name are all read by $chart $targetRevision',
    ({ chart, targetRevision, helm }) => {
      const known = JSON.parse(readFileSync(join(folder, `${chart}.json`), 'utf8')) as Known;
      expect(known.version).toBe(targetRevision);
      const all = new Set([...known.paths, ...Object.keys(known.more ?? {})]);
      expect(paths(helm?.valuesObject ?? {}).filter((path) => !reads(all, path))).toEqual([]);
    },
  );
});

describe('reads', () => {
  const known = new Set(['a.b', 'a.c.*', 'd[]', 'e']);
  it.each(['a.b', 'a.c', 'a.c.x.y', 'd[]', 'e', 'e.x'])('takes %s', (path) =>
    expect(reads(known, path)).toBe(true),
  );
  it.each(['a', 'a.x', 'b', 'x.a.b', 'a.bc'])('refuses %s', (path) => expect(reads(known, path)).toBe(false));
});
