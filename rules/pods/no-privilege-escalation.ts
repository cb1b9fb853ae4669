import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noPrivilegeEscalation: PodRule = {
  id: 'no-privilege-escalation',
  title: 'No program gets more rights than it was started with',
  why: 'By sudo or a setuid file in the image, somebody who has broken in becomes root, unless the kernel is told to refuse.',
  fix: 'Set allowPrivilegeEscalation: false in the securityContext of the container',
  lists: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'pss/restricted/privilege-escalation',
    'nsa/C-0016',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) => {
    const allowed = securityContext?.allowPrivilegeEscalation;
    if (allowed === false) return undefined;
    return allowed ? 'may get more rights' : 'does not refuse to get more rights';
  }),
  good: deployment({ container: 'securityContext: { allowPrivilegeEscalation: false }' }),
  bad: deployment({ container: 'securityContext: { readOnlyRootFilesystem: true }' }),
};
