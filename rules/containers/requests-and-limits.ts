import { fill } from '../../constructs/refusals/text.js';
import { parseQuantity } from '../../constructs/values/quantity.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

const kinds = ['requests', 'limits'] as const;

const lacks = { en: 'has no <missing>', fr: 'n’a pas de <missing>' };

export const requestsAndLimits: PodRule = {
  id: 'requests-and-limits',
  title: {
    en: 'Every container has requests and limits for CPU and memory',
    fr: 'Chaque conteneur a des requests et des limits de CPU et de mémoire',
  },
  why: {
    en: 'Kubernetes chooses a node by the requests of a pod; without limits one faulty program takes the memory and CPU of all others.',
    fr: 'Kubernetes choisit un nœud d’après les requests d’un pod ; sans limits, un programme fautif prend la mémoire et le CPU de tous les autres.',
  },
  fix: {
    en: "Give both as requests and as limits (in apps: a size like 'small', or resources)",
    fr: "Donnez les deux en requests et en limits (dans apps : un size comme 'small', ou resources)",
  },
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
    if (missing.length === 0) return undefined;
    return fill(lacks, { missing });
  }),
  good: deployment({
    container: 'resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { cpu: 250m, memory: 128Mi } }',
  }),
  bad: deployment({ container: 'resources: { requests: { cpu: 50m, memory: 64Mi } }' }),
  finds: ["container 'chess' has no limits.cpu or limits.memory"],
};
