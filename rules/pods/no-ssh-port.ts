import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noSshPort: PodRule = {
  id: 'no-ssh-port',
  title: 'No container is a machine to log in to',
  why: 'What is changed by hand in a container is gone at its next start, and an SSH server is one more door to guard.',
  fix: 'Remove port 22; to look into a pod use kubectl exec or its logs',
  lists: ['kube-linter/ssh-port'],
  kinds: 'workloads',
  check: eachContainer(({ ports }) =>
    listOf(ports).some(({ containerPort, protocol }) => containerPort === 22 && (protocol ?? 'TCP') === 'TCP')
      ? 'listens on port 22, that of SSH'
      : undefined,
  ),
  good: deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' }),
  bad: deployment({ container: 'ports: [{ name: ssh, containerPort: 22 }]' }),
};
