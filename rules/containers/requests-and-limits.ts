import { parseQuantity } from '../../constructs/values/quantity.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

const kinds = ['requests', 'limits'] as const;

export const requestsAndLimits: PodRule = {
  id: 'requests-and-limits',
  title: 'Every container asks for CPU and memory, and has a limit of both',
  why: 'By what is asked for pods find a node with room; without a limit one program that goes astray takes it from all.',
  fix: "Give both as requests and as limits (in apps: a size like 'small', or resources)",
  lists: [
    'kube-score/container-resources',
    'kube-linter/unset-cpu-requirements',
    'kube-linter/unset-memory-requirements',
    'polaris/cpuRequestsMissing',
    'polaris/cpuLimitsMissing',
    'polaris/memoryRequestsMissing',
    'polaris/memoryLimitsMissing',
    'nsa/C-0270',
    'nsa/C-0271',
  ],
  kinds: 'workloads',
  check: eachContainer(({ resources }) => {
    const missing = kinds.flatMap((kind) =>
      ['cpu', 'memory']
        .filter((what) => (parseQuantity(`${resources?.[kind]?.[what] ?? 0}`) ?? 1) === 0)
        .map((what) => `${kind}.${what}`),
    );
    return missing.length > 0 ? `does not give ${missing.join(', ')}` : undefined;
  }),
  good: deployment({
    container: 'resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { cpu: 250m, memory: 128Mi } }',
  }),
  bad: deployment({ container: 'resources: { requests: { cpu: 50m, memory: 64Mi } }' }),
};
