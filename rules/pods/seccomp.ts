import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { inForce, securityContexts } from '../facts/containers.js';

const safe = new Set(['RuntimeDefault', 'Localhost']);

export const seccomp: PodRule = {
  id: 'seccomp',
  title: 'The kernel refuses calls that ordinary programs never make',
  why: 'Most ways out of a container begin with a rare call to the kernel; the runtime has a profile that refuses these.',
  fix: 'Set seccompProfile: { type: RuntimeDefault } in the securityContext of the pod',
  lists: [
    'kube-score/container-seccomp-profile',
    'polaris/linuxHardening',
    'pss/baseline/seccomp',
    'pss/restricted/seccomp',
    'nsa/C-0055',
  ],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...securityContexts(pod).flatMap(({ who, says }) => {
      const type = says.seccompProfile?.type;
      return type === undefined || safe.has(type) ? [] : [`${who} has the seccomp profile ${type}`];
    }),
    ...containersOf(pod)
      .filter((container) => !inForce(container, pod, 'seccompProfile')?.type)
      .map(({ name }) => `container '${name}' has no seccomp profile`),
  ],
  good: deployment({ pod: 'securityContext: { seccompProfile: { type: RuntimeDefault } }' }),
  bad: deployment({ pod: 'securityContext: { seccompProfile: { type: Unconfined } }' }),
};
