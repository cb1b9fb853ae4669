import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noPrivileged: PodRule = {
  id: 'no-privileged',
  title: { en: 'No container is privileged', fr: 'Aucun conteneur n’est privilégié' },
  why: {
    en: 'A privileged container can do all that root can do on its node, and so read the secrets of every club there.',
    fr: 'Un conteneur privilégié peut faire tout ce que root peut faire sur son nœud, donc lire les secrets de tous les clubs qui s’y trouvent.',
  },
  fix: {
    en: 'Remove privileged: true; add the one capability that it needs instead',
    fr: 'Retirez privileged: true ; ajoutez plutôt la seule capacité dont il a besoin',
  },
  lists: [
    'kube-score/container-security-context-privileged',
    'kube-linter/privileged-container',
    'polaris/runAsPrivileged',
    'pss/baseline/privileged-containers',
    'nsa/C-0057',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) =>
    securityContext?.privileged ? { en: 'is privileged', fr: 'est privilégié' } : undefined,
  ),
  good: deployment({ container: 'securityContext: { privileged: false }' }),
  bad: deployment({ container: 'securityContext: { privileged: true }' }),
  finds: ["container 'chess' is privileged"],
};
