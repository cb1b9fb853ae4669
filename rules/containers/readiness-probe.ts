import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { runsForEver } from '../facts/containers.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

export const readinessProbe: PodRule = {
  id: 'readiness-probe',
  title: 'What listens says when it is ready',
  why: 'Without it traffic reaches a pod that is still starting, and a broken release replaces one that worked.',
  fix: 'Give the path that answers 200 when it is ready, as probe',
  lists: ['kube-score/pod-probes', 'polaris/readinessProbeMissing', 'kube-linter/no-readiness-probe'],
  kinds: 'workloads',
  applies: runsForEver,
  check: ({ pod }) =>
    listOf(pod.spec.containers)
      .filter(({ ports, readinessProbe: probe }) => listOf(ports).length > 0 && !probe)
      .map(({ name }) => `container '${name}' has no readiness probe`),
  good: deployment({ container: `${port}\nreadinessProbe: { httpGet: { path: /, port: http } }` }),
  bad: deployment({ container: port }),
};
