import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../constructs/values/quantity.js';
import { emitted } from './emitted.js';

const folder = resolve(import.meta.dirname, '../../dist/sandbox');
const { hard } = emitted('host/vcluster-sandbox/ResourceQuota.whole.yaml').spec;
const pods = readdirSync(folder).flatMap((unit) =>
  readdirSync(join(folder, unit))
    .filter((name) => /^(Deployment|StatefulSet)\./.test(name))
    .map((name) => emitted(`sandbox/${unit}/${name}`).spec)
    .map(({ replicas, template }) => ({ replicas, containers: template.spec.containers })),
);

describe('the quota of the sandbox', () => {
  it.each(['cpu', 'memory'])(
    'has room for what is declared there and as much again for what is tried out: %s',
    (measure) => {
      const asked = pods.reduce(
        (sum, { replicas, containers }) =>
          sum +
          replicas *
            containers.reduce(
              (own: number, { resources }: { resources: { requests: Record<string, string> } }) =>
                own + (parseQuantity(resources.requests[measure] ?? '') ?? Number.NaN),
              0,
            ),
        0,
      );
      expect(asked).toBeGreaterThan(0);
      expect(2 * asked).toBeLessThan(parseQuantity(hard[`requests.${measure}`]) ?? 0);
    },
  );

  it('gives pods that ask for nothing a little, for the API server would refuse them', () => {
    const { limits } = emitted('host/vcluster-sandbox/LimitRange.whole.yaml').spec;
    expect(limits[0].defaultRequest).toMatchObject({ cpu: '50m', memory: '64Mi' });
    expect(limits[0].default).toBeUndefined(); // its control plane would be held to it
  });
});
