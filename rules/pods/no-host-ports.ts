import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const noHostPorts: PodRule = {
  id: 'no-host-ports',
  title: 'No pod takes a port of its node',
  why: 'A port of the node is open to the whole university network past Envoy, and only one pod a node can have it.',
  fix: 'Remove hostPort; a Service reaches the container by its containerPort (in apps: port and host)',
  lists: ['polaris/hostPortSet', 'pss/baseline/host-ports', 'nsa/C-0044'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, ports }) =>
      listOf(ports)
        .filter(({ hostPort }) => hostPort)
        .map(({ hostPort }) => `container '${name}' takes port ${hostPort} of its node`),
    ),
  good: deployment({ container: 'ports: [{ containerPort: 8080 }]' }),
  bad: deployment({ container: 'ports: [{ containerPort: 8080, hostPort: 80 }]' }),
};
