import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { runsForEver } from '../facts/containers.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

export const livenessProbe: PodRule = {
  id: 'liveness-probe',
  title: 'What listens is started again when it no longer answers',
  why: 'A program that hangs has not ended: without the probe it stays as it is until somebody notices.',
  fix: 'Add a livenessProbe on its port, as apps have it that give port',
  lists: ['kube-linter/no-liveness-probe', 'polaris/livenessProbeMissing'],
  kinds: 'workloads',
  applies: runsForEver,
  check: ({ pod }) =>
    listOf(pod.spec.containers)
      // Where its port is all that it can be asked by, that is its readiness probe already.
      .filter(({ readinessProbe: ready }) => !ready?.tcpSocket)
      .filter(({ ports, livenessProbe: probe }) => listOf(ports).length > 0 && !probe)
      .map(({ name }) => `container '${name}' has no liveness probe`),
  good: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: http } }` }),
  bad: deployment({ container: port }),
};
