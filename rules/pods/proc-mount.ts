import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const procMount: PodRule = {
  id: 'proc-mount',
  title: 'Containers see the masked /proc',
  why: 'Below /proc the kernel shows, and lets itself be told, things of the whole node; runtimes hide these parts.',
  fix: 'Remove procMount from the securityContext of the container',
  lists: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'pss/baseline/proc-mount-type'],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) => {
    const mount = securityContext?.procMount ?? 'Default';
    return mount === 'Default' ? undefined : `has the ${mount} /proc`;
  }),
  good: deployment({ container: 'securityContext: { procMount: Default }' }),
  bad: deployment({ container: 'securityContext: { procMount: Unmasked }' }),
};
