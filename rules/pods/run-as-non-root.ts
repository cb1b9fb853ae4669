import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { inForce } from '../facts/containers.js';

export const runAsNonRoot: PodRule = {
  id: 'run-as-non-root',
  title: 'Nothing runs as root',
  why: 'Root in a container is root on the node once it finds a hole in the wall between them; any other user is nobody there.',
  fix: 'Set runAsNonRoot: true, and runAsUser to the number of a user other than 0 (in apps: user)',
  lists: [
    'kube-linter/run-as-non-root',
    'polaris/runAsRootAllowed',
    'pss/restricted/running-as-non-root',
    'pss/restricted/running-as-non-root-user',
    'nsa/C-0013',
  ],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...(pod.spec.securityContext?.runAsUser === 0 ? ['the pod runs as user 0, which is root'] : []),
    ...containersOf(pod).flatMap((container) => {
      const who = `container '${container.name}'`;
      if (container.securityContext?.runAsUser === 0) return [`${who} runs as user 0, which is root`];
      return inForce(container, pod, 'runAsNonRoot') === true ? [] : [`${who} may run as root`];
    }),
  ],
  good: deployment({ pod: 'securityContext: { runAsNonRoot: true, runAsUser: 10001 }' }),
  bad: deployment({ pod: 'securityContext: { runAsUser: 0 }' }),
};
