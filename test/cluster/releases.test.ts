import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { argoRollouts } from '../../system/argo-rollouts.js';
import { app, base, render, testPlatform } from '../platform.js';
import { unitsOf } from './harness/dist.js';
import { hurried, ReleaseCluster } from './harness/release-cluster.js';
import { holds, until } from './harness/wait.js';

// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
type Any = any;

let cluster: ReleaseCluster;
beforeAll(async () => {
  cluster = await ReleaseCluster.start('prod');
});
afterAll(() => cluster?.stop());

/** What an app consists of inside its cluster, in a hurry, with the figures of the test; and a Rollout of it with another image. */
function prepared(objects: readonly Manifest[]) {
  const mine = hurried(objects);
  const find = (kind: string): Any => mine.find((each) => each.kind === kind);
  const { prometheus } = find('AnalysisTemplate').spec.metrics[0].provider;
  prometheus.address = cluster.figures.address;
  const rollout = find('Rollout');
  const { name } = rollout.metadata;
  const version = (tag: number): Manifest => {
    const next = structuredClone(rollout);
    next.spec.template.spec.containers[0].image = `ghcr.io/example/${name}:${tag}.0.0`;
    return next;
  };
  return { mine, version, query: prometheus.query as string };
}
const imageOf = (manifest: Manifest): string => (manifest as Any).spec.template.spec.containers[0].image;

describe('a canary of dist/ on the real Argo Rollouts', () => {
  const namespace = 'httpbin-prod';
  const units = unitsOf(resolve(import.meta.dirname, '../../dist'));
  const objectsOf = (name: string) =>
    units.find((unit) => unit.name === name)?.objects.map(({ manifest }) => manifest) ?? [];
  let given: ReturnType<typeof prepared>;

  it('starts with all its pods', async () => {
    given = prepared(objectsOf('prod-httpbin'));
    const surroundings = objectsOf('prod-namespaces').filter(
      ({ kind, metadata }) => kind === 'PriorityClass' || metadata.name === namespace,
    );
    const others = given.mine.filter(({ kind }) => kind !== 'Rollout');
    await cluster.apply([...surroundings, ...others, given.version(1)], namespace);
    await cluster.settled(given.version(1), namespace, 'Healthy');
    await cluster.runsNothingBut(imageOf(given.version(1)), 3, namespace);
    expect(await cluster.list('AnalysisRun', namespace)).toEqual([]);
  });

  it('goes all the way, a step at a time, when requests go well', async () => {
    cluster.figures.figure = 0.05; // what is just not too much
    const next = given.version(2);
    await cluster.apply([next], namespace);
    const { stages } = await cluster.settled(next, namespace, 'Healthy');
    expect(stages).toEqual(['step 1: 1 new of 4', 'step 3: 2 new of 4']);
    await cluster.runsNothingBut(imageOf(next), 3, namespace);
    const [run, ...others] = await cluster.list('AnalysisRun', namespace);
    expect(others).toEqual([]);
    const [result] = (run as Any).status.metricResults;
    expect(result.successful).toBeGreaterThan(2);
    expect([result.failed, result.error]).toEqual([undefined, undefined]);
    expect([...cluster.figures.asked]).toEqual([given.query]);
  });

  it('goes back by itself when too many requests fail, before it is half of the pods', async () => {
    cluster.figures.figure = 0.06;
    const bad = given.version(3);
    await cluster.apply([bad], namespace);
    const { live, stages } = await cluster.settled(bad, namespace, 'Degraded');
    expect(live.status.abort).toBe(true);
    expect(live.status.message).toContain(
      'Metric "errors" assessed Failed due to failed (3) > failureLimit (2)',
    );
    expect(stages).toEqual(['step 1: 1 new of 4']);
    await cluster.runsNothingBut(imageOf(given.version(2)), 3, namespace);
    expect(await cluster.phases()).toContain('httpbin-prod/httpbin Abort'); // by which AppReleaseTakenBack fires
  });

  it('comes to rest when the old image is asked for again', async () => {
    await cluster.apply([given.version(2)], namespace);
    await cluster.settled(given.version(2), namespace, 'Healthy');
    await cluster.runsNothingBut(imageOf(given.version(2)), 3, namespace);
    // The controller's own figures follow what it writes.
    const completed = ['httpbin-prod/httpbin Completed'];
    await until('its figures tell the same', async () => {
      const phases = await cluster.phases();
      return holds(isDeepStrictEqual(phases, completed), phases.join(', '));
    });
    expect(await cluster.phases()).toEqual(completed);
  });
});

describe('a blue-green release on the real Argo Rollouts', () => {
  const namespace = 'chess-prod';
  let given: ReturnType<typeof prepared>;
  /** The images of the pods that a Service leads to. */
  const leadsTo = async (service: string): Promise<string[]> => {
    const services = await cluster.list('Service', namespace, 'v1');
    const { spec } = services.find(({ metadata }) => metadata.name === service) as Any;
    const pods = await cluster.list('Pod', namespace, 'v1');
    const chosen = pods.filter(({ metadata }) =>
      Object.entries(spec.selector).every(([key, value]) => metadata.labels?.[key] === value),
    );
    return [...new Set(chosen.map((pod) => pod['spec'].containers[0].image as string))];
  };

  it('leads all to the new pods when requests go well', async () => {
    const platform = testPlatform().add(
      argoRollouts,
      app('chess', { base: { ...base, release: 'blueGreen' }, prod: { host: 'chess.example.com' } }),
    );
    const files = [...render(platform).files];
    const objectsIn = (folder: string) =>
      files.filter(([path]) => path.startsWith(folder)).map(([, text]) => load(text) as Manifest);
    given = prepared(objectsIn('prod/chess/'));
    const surroundings = objectsIn('prod/namespaces/').filter(({ kind }) => kind === 'Namespace');
    const others = given.mine.filter(({ kind }) => kind !== 'Rollout');
    cluster.figures.figure = 0;
    await cluster.apply([...surroundings, ...others, given.version(1)], namespace);
    await cluster.settled(given.version(1), namespace, 'Healthy');
    await cluster.apply([given.version(2)], namespace);
    await cluster.settled(given.version(2), namespace, 'Healthy');
    expect(await leadsTo('chess')).toEqual([imageOf(given.version(2))]);
    await cluster.runsNothingBut(imageOf(given.version(2)), 2, namespace);
  });

  it('leads all back to the old pods when too many requests fail', async () => {
    cluster.figures.figure = 1;
    const bad = given.version(3);
    await cluster.apply([bad], namespace);
    const { live } = await cluster.settled(bad, namespace, 'Degraded');
    expect(live.status.abort).toBe(true);
    expect(await leadsTo('chess')).toEqual([imageOf(given.version(2))]);
  });
});
