import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toYaml } from '../../constructs/kube/manifest.js';
import type { Api } from './harness/api.js';
import { type Applied, applyUnits, refusals } from './harness/apply.js';
import { type Borrowed, clustersFor } from './harness/clusters.js';
import { unitsOf } from './harness/dist.js';
import { admitted, workloadsOf } from './harness/pods.js';
import { holds, until } from './harness/wait.js';

const scratch = mkdtempSync(join(tmpdir(), 'broken-dist-'));
const broken = 'prod/exutoire/Deployment.exutoire.yaml';
const namespace = 'exutoire-prod';

let clusters: Borrowed;
let api: Api;
beforeAll(async () => {
  clusters = await clustersFor(['prod']);
  api = clusters.apis.get('prod') as Api;
});
afterAll(async () => {
  await clusters?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a manifest that is about to be broken
type Broken = any;

/** Applies one app of `dist/` to its cluster, with one file changed. */
async function applyBroken(name: string, change: (deployment: Broken) => void): Promise<readonly Applied[]> {
  const dist = join(scratch, name);
  cpSync(resolve(import.meta.dirname, '../../dist'), dist, { recursive: true });
  const manifest = load(readFileSync(join(dist, broken), 'utf8')) as Broken;
  change(manifest);
  writeFileSync(join(dist, broken), toYaml(manifest));
  const units = unitsOf(dist).filter(({ name }) => ['prod-namespaces', 'prod-exutoire'].includes(name));
  return (await applyUnits(units, clusters.apis)).applied;
}

describe('what is broken on purpose is told with our file’s name and the server’s own words', () => {
  it('a field that does not exist', async () => {
    const applied = await applyBroken('field', (deployment) => {
      deployment.spec.replicsa = 3;
    });
    expect(refusals(applied)).toEqual([expect.stringContaining(`dist/${broken}: `)]);
    expect(refusals(applied)[0]).toContain('.spec.replicsa: field not declared in schema');
  });

  it('a privileged pod where pods are restricted', async () => {
    const applied = await applyBroken('privileged', (deployment) => {
      deployment.spec.template.spec.containers[0].securityContext = { privileged: true };
    });
    expect(refusals(applied)).toEqual([]); // the Deployment itself is taken, with a warning; its pods are not
    const warnings = applied.flatMap(({ file, warnings }) => warnings.map((text) => `${file}: ${text}`));
    expect(warnings).toEqual([
      expect.stringContaining(`dist/${broken}: would violate PodSecurity "restricted`),
    ]);
    const told = (await Promise.all((await workloadsOf(applied, clusters.apis)).map(admitted))).filter(
      (line) => line,
    );
    expect(told).toEqual([expect.stringContaining(`dist/${broken}: Error creating: pods "exutoire-`)]);
    expect(told[0]).toContain('violates PodSecurity "restricted:latest": privileged');
  });
});

describe('admission', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'probe' },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'probe',
          image: 'example.com/probe:1',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };

  it('gives pods the limits of their namespace', async () => {
    const spec = { limits: [{ type: 'Container', default: { memory: '64Mi' } }] };
    await api.apply({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits' }, spec }, namespace);
    await until('the limits hold', async () => {
      const made = await api.create(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod);
      return holds(made['spec'].containers[0].resources.limits?.memory === '64Mi', 'no limit yet');
    });
  });

  it('holds a namespace to its quota', async () => {
    const spec = { hard: { pods: '0' } };
    await api.apply({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'none' }, spec }, namespace);
    const told = await until('the quota holds', async () => {
      const error = await api.create(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod).then(
        () => undefined,
        (refusal: Error) => refusal,
      );
      return error?.message.includes('exceeded quota')
        ? { met: error.message }
        : (error?.message ?? 'it is taken');
    });
    expect(told).toContain('requested: pods=1');
  });
});
