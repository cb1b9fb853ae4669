import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const readOnlyRoot: PodRule = {
  id: 'read-only-root',
  title: 'Programs do not write to their own image',
  why: 'Who breaks into a site first puts a program of his own there; what is written beside volumes is lost anyway.',
  fix: "Set readOnlyRootFilesystem: true, and name the paths that it does write to (in apps: scratch: ['/tmp'])",
  lists: [
    'kube-score/container-security-context-readonlyrootfilesystem',
    'kube-linter/no-read-only-root-fs',
    'polaris/notReadOnlyRootFilesystem',
    'nsa/C-0017',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) =>
    securityContext?.readOnlyRootFilesystem === true ? undefined : 'may write to its image',
  ),
  good: deployment({ container: 'securityContext: { readOnlyRootFilesystem: true }' }),
  bad: deployment({ container: 'securityContext: { readOnlyRootFilesystem: false }' }),
};
