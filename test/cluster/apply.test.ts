import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyUnits, installCrds, type Outcome, refusals } from './harness/apply.js';
import { type Borrowed, clustersFor } from './harness/clusters.js';
import { argocdUnit, unitsOf } from './harness/dist.js';
import { admitted, failures, workloadsOf } from './harness/pods.js';
import { summary } from './harness/summary.js';

const dist = resolve(import.meta.dirname, '../../dist');
const units = [...unitsOf(dist), argocdUnit(dist)];
const files = new Set(units.flatMap(({ objects }) => objects.map(({ file }) => file)));

let clusters: Borrowed;
let outcome: Outcome;
beforeAll(async () => {
  clusters = await summary.timed('start clusters', () =>
    clustersFor([...new Set(units.map(({ cluster }) => cluster))]),
  );
  const doubled = await summary.timed('install CRDs', () => installCrds(units, clusters.apis));
  outcome = await summary.timed('apply', () => applyUnits(units, clusters.apis));
  const accepted = new Set(outcome.applied.filter(({ refusal }) => !refusal).map(({ file }) => file));
  summary.say(`${files.size} files applied, ${accepted.size} accepted`);
  if (doubled.length > 0)
    summary.say(`CRDs not to be had, so that fields are not checked: ${doubled.join(', ')}`);
  summary.say(`namespaces that an upstream release brings: ${outcome.fromUpstream.join(', ')}`);
  const upstream = units.flatMap(({ name, upstream }) => upstream.map((address) => `${name}: ${address}`));
  summary.say(`upstream releases, not applied here: ${upstream.join(', ')}`);
});
afterAll(async () => {
  await clusters?.stop();
  summary.print();
});

describe('a real API server', () => {
  it.each(units.filter(({ objects }) => objects.length > 0))('accepts $name', (unit) => {
    const applied = outcome.applied.filter((each) => each.unit === unit);
    expect(refusals(applied)).toEqual([]);
    expect(applied.length).toBe(unit.objects.length);
  });

  it('has nothing to warn of in what clubs run', () => {
    const ofClubs = outcome.applied.filter(({ unit }) => unit.application.spec.project.startsWith('club-'));
    expect(ofClubs.length).toBeGreaterThan(0);
    expect(ofClubs.flatMap(({ file, warnings }) => warnings.map((text) => `${file}: ${text}`))).toEqual([]);
    for (const { file, warnings } of outcome.applied)
      for (const text of warnings) summary.say(`warning: ${file}: ${text}`);
  });

  it('admits the pods of every workload', async () => {
    const workloads = await workloadsOf(outcome.applied, clusters.apis);
    expect(workloads.length).toBeGreaterThan(0);
    const refused = await summary.timed('admit pods', () => Promise.all(workloads.map(admitted)));
    summary.say(`pods of ${workloads.length} workloads admitted`);
    expect(refused.filter((line) => line)).toEqual([]);
    for (const api of clusters.apis.values()) expect(await failures(api)).toEqual([]);
  });
});
