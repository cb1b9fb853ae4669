import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ChartApp } from '../../../constructs/kinds/chart-app.js';
import { ClubApp } from '../../../constructs/kinds/club-app.js';
import { GravSite } from '../../../constructs/kinds/grav-site.js';
import { StaticSite } from '../../../constructs/kinds/static-site.js';
import type { Component } from '../../../constructs/platform/platform.js';
import { formatProblem, type Problem, SynthError } from '../../../constructs/problems/problems.js';
import { app, owner, render, testPlatform } from '../../platform.js';

type Json = Record<string, unknown>;

const volume = { mount: '/data', size: '5Gi', personalData: false, noBackup: 'it is a copy' };

/** Apps of each kind that use every part of what may be said. */
const specs: readonly [new (...args: never[]) => unknown, (name: string) => Json][] = [
  [
    ClubApp,
    (name) => ({
      owner: { ...owner },
      base: {
        image: 'ghcr.io/chess/site:1.0.0',
        port: 8080,
        probe: '/healthz',
        command: ['serve'],
        args: ['-v'],
        env: { LEVEL: 'info' },
        user: 1000,
        size: 'small',
        resources: { cpu: { request: '100m', limit: '1' }, memory: '256Mi' },
        scratch: ['/tmp'],
        files: { '/etc/app.conf': 'a = 1' },
        prepare: ['true'],
        exempt: [{ rule: 'high-user-id', reason: 'its image wants it so', until: '2027-06-30' }],
        internet: [443],
        calls: ['api'],
        uses: { db: { url: 'DATABASE_URL' } },
        telemetry: true,
        secrets: { key: { keys: { KEY: 'a key' }, as: 'file' } },
        registry: 'docker',
        slo: { availability: 99.5 },
        watch: { slow: 2, errors: 5, path: '/' },
        databases: { db: { engine: 'postgres', version: '17.2', storage: '5Gi', personalData: false } },
        services: {
          api: { image: 'ghcr.io/chess/api:1.0.0', port: 3000, paths: ['/api'], volumes: { data: volume } },
        },
        jobs: { report: { image: 'ghcr.io/chess/report:1.0.0', schedule: '0 3 * * *', traces: 'node' } },
        extras: {},
      },
      staging: { host: `${name}-s.example.com`, replicas: 1 },
      prod: { host: [`${name}.example.com`], autoscale: { max: 4, cpu: 80 } },
    }),
  ],
  [
    StaticSite,
    (name) => ({
      owner: { ...owner },
      image: 'ghcr.io/chess/pages:1.0.0',
      server: 'root /srv;',
      base: { env: { A: 'b' } },
      prod: { host: `${name}.example.com` },
    }),
  ],
  [
    GravSite,
    (name) => ({
      owner: { ...owner },
      repository: 'ClubCedille/chess',
      branch: 'main',
      prod: { host: `${name}.example.com` },
    }),
  ],
  [
    ChartApp,
    (name) => ({
      owner: { ...owner },
      base: {
        charts: {
          web: {
            chart: { name: 'web', version: '1.0.0', repository: 'https://example.com' },
            values: { a: 1 },
          },
        },
        routes: { web: { service: 'web', port: 80, podPort: 8080 } },
        internet: true,
      },
      prod: { hosts: { web: `${name}.example.com` } },
    }),
  ],
];

/** All places of a value, each as the keys that lead there. */
const places = (value: unknown, path: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...places(inner, [...path, key])])
    : [];

/** Made anew each time: what one case changes in it is not in the next. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'x', 'Ünïcode', 0, -1, 1.5, Number.NaN, true, false),
  fc.constantFrom<unknown>(() => undefined, 'latest', '8080', 99_999),
  fc
    .constantFrom('[]', '{}', '[[]]', '[null]', '{"of":"nobody"}', '{"a":{"b":{"c":1}}}', '["/",""]')
    .map((text): unknown => JSON.parse(text)),
  fc.string(),
  fc.object({ maxDepth: 2 }),
);

const mutation = fc.record({
  kind: fc.nat(specs.length - 1),
  place: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'rename', 'add'),
  value: junk,
  key: fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.constantFrom('imge', 'prots', 'of', 'constructor', '__proto__'),
  ),
});

/** The same props with one thing changed. */
function mutated(props: Json, { place, how, value, key }: Mutation): Json {
  const all = places(props);
  const path = all[place % all.length] ?? [];
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((inner, each) => inner[each] as Json, props);
  const old = parent[last];
  if (Array.isArray(parent)) {
    parent.splice(Number(last), how === 'add' ? 0 : 1, ...(how === 'remove' ? [] : [value]));
    return props;
  }
  if (how !== 'add') delete parent[last];
  const name = how === 'rename' || how === 'add' ? key : last;
  if (how !== 'remove')
    Object.defineProperty(parent, name, {
      value: how === 'rename' ? old : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return props;
}

interface Mutation {
  readonly kind: number;
  readonly place: number;
  readonly how: string;
  readonly value: unknown;
  readonly key: string;
}

/** What is about an app as a whole, and has no field. */
const ofTheWhole = new Set(['environment-missing', 'claim-taken']);

const problemsOf = (components: readonly Component[]): readonly Problem[] => {
  try {
    render(testPlatform().add(...components));
    return [];
  } catch (error) {
    if (error instanceof SynthError) return error.problems;
    throw error;
  }
};

const perPlatform = 20;

it('whatever a spec holds, each message names a file and a field, and hides no other', () => {
  const wrong = app('control', { base: { image: 'a/b:1', port: 0 }, prod: { host: 'control.example.com' } });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: perPlatform, maxLength: perPlatform }), (mutations) => {
      const apps = mutations.map((each, index): Component => {
        const [Kind, props] = specs[each.kind] ?? specs[0] ?? [];
        const name = `app-${index}`;
        return (platform) =>
          new (Kind as new (...args: unknown[]) => ClubApp)(
            platform,
            name,
            mutated((props as (name: string) => Json)(name), each),
          );
      });
      const problems = problemsOf([...apps, wrong]);
      expect(problems.map(({ id, path }) => `${path} ${id}`)).toContain('control port-range');
      for (const problem of problems) {
        const line = formatProblem(problem);
        expect(problem.source, line).toMatch(/^test\/.+\.ts:\d+$/);
        if (!ofTheWhole.has(problem.id)) expect(problem.field ?? [], line).not.toEqual([]);
        expect(line).not.toContain('\n');
        expect(`${line} ${formatProblem(problem, 'fr')}`).not.toMatch(/'undefined'|« undefined »|\[object/);
      }
    }),
    { numRuns: 2_000 / perPlatform, seed: 20_261_127, endOnFailure: true },
  );
});
