import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const readOnlyRoot: PodRule = {
  id: 'read-only-root',
  title: {
    en: 'Containers do not write to the files of their image',
    fr: 'Les conteneurs n’écrivent pas dans les fichiers de leur image',
  },
  why: {
    en: 'An attacker in a container writes a program there first; and what is written outside volumes is lost when the container restarts.',
    fr: 'Un attaquant dans un conteneur y écrit d’abord un programme ; et ce qui est écrit hors des volumes est perdu quand le conteneur redémarre.',
  },
  fix: {
    en: "Set readOnlyRootFilesystem: true, and name the paths that it does write to (in apps: scratch: ['/tmp'])",
    fr: "Mettez readOnlyRootFilesystem: true, et nommez les chemins où le programme écrit (dans apps : scratch: ['/tmp'])",
  },
  lists: [
    'kube-score/container-security-context-readonlyrootfilesystem',
    'kube-linter/no-read-only-root-fs',
    'polaris/notReadOnlyRootFilesystem',
    'nsa/C-0017',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) =>
    securityContext?.readOnlyRootFilesystem === true
      ? undefined
      : { en: 'may write to the files of its image', fr: 'peut écrire dans les fichiers de son image' },
  ),
  good: deployment({ container: 'securityContext: { readOnlyRootFilesystem: true }' }),
  bad: deployment({ container: 'securityContext: { readOnlyRootFilesystem: false }' }),
  finds: ["container 'chess' may write to the files of its image"],
};
