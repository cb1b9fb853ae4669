import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { Inventory } from '../../rules/engine/inventory.js';
import { placed } from '../../rules/input/read-folder.js';
import { capacityFaults } from '../../synth/capacity.js';

const workers = { count: 3, cpu: '4', memory: '8Gi', charts: { cpu: '1', memory: '2Gi' } };
const workload = (kind: string, replicas: number | undefined, cpu: string, memory: string) =>
  ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: `x-${kind}` },
    spec: {
      replicas,
      template: { spec: { containers: [{ name: 'x', resources: { requests: { cpu, memory } } }] } },
    },
  }) as unknown as Manifest;
const scaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'x' },
  spec: { scaleTargetRef: { kind: 'Deployment', name: 'x-Deployment' }, minReplicas: 2, maxReplicas: 8 },
} as unknown as Manifest;
const faults = (...manifests: Manifest[]) =>
  capacityFaults(new Inventory(placed(manifests.map((manifest) => ({ file: 'x.yaml', manifest })))), workers);

describe('the workers', () => {
  it('have room for all with one of them down', () => {
    expect(faults(workload('Deployment', 7, '1', '100Mi'))).toEqual([]);
    expect(faults(workload('Deployment', 8, '1', '100Mi'))).toMatchObject([
      {
        id: 'capacity',
        what: {
          en: 'with one worker of 3 down there is no room for all: pods ask for 8 CPU, charts for 1 CPU, and the others have 8 CPU',
        },
        fix: {
          en: 'Lower resources, replicas or autoscale.max somewhere, or add a worker to system/settings.ts',
        },
      },
    ]);
    expect(faults(workload('StatefulSet', 1, '1', '15Gi'))[0]?.what.en).toContain(
      'pods ask for 15 GiB of memory',
    );
  });

  it('have it when all is at its busiest', () => {
    expect(faults(workload('Deployment', undefined, '1', '1Mi'))).toEqual([]);
    expect(faults(workload('Deployment', undefined, '1', '1Mi'), scaler)).toHaveLength(1);
  });

  it('have it while a blue-green release has all pods twice', () => {
    const rollout = workload('Rollout', 4, '1', '1Mi');
    const blueGreen = { ...rollout, spec: { ...(rollout['spec'] as object), strategy: { blueGreen: {} } } };
    expect(faults(rollout)).toEqual([]);
    expect(faults(blueGreen)[0]?.what.en).toContain('pods ask for 8 CPU');
  });

  it('each carry one pod of a DaemonSet', () => {
    expect(faults(workload('DaemonSet', undefined, '3', '1Mi'))).toEqual([]);
    expect(faults(workload('DaemonSet', undefined, '3600m', '1Mi'))).toHaveLength(1);
  });
});
