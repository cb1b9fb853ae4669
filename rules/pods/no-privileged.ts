import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noPrivileged: PodRule = {
  id: 'no-privileged',
  title: 'No container is privileged',
  why: 'A privileged container may do what root may do on its node, and so read the secrets of every club there.',
  fix: 'Remove privileged: true; give it the one capability that it needs instead',
  lists: [
    'kube-score/container-security-context-privileged',
    'kube-linter/privileged-container',
    'polaris/runAsPrivileged',
    'pss/baseline/privileged-containers',
    'nsa/C-0057',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) => (securityContext?.privileged ? 'is privileged' : undefined)),
  good: deployment({ container: 'securityContext: { privileged: false }' }),
  bad: deployment({ container: 'securityContext: { privileged: true }' }),
};
