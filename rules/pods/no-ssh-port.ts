import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noSshPort: PodRule = {
  id: 'no-ssh-port',
  title: { en: 'No container runs an SSH server', fr: 'Aucun conteneur n’a de serveur SSH' },
  why: {
    en: 'What is changed by hand in a container is lost when it restarts, and an SSH server is one more way in for attackers.',
    fr: 'Ce qui est modifié à la main dans un conteneur est perdu quand il redémarre, et un serveur SSH est une entrée de plus pour les attaquants.',
  },
  fix: {
    en: 'Remove port 22; use kubectl exec to look into a pod, or read its logs',
    fr: 'Retirez le port 22 ; utilisez kubectl exec pour regarder dans un pod, ou lisez ses journaux',
  },
  lists: ['kube-linter/ssh-port'],
  kinds: 'workloads',
  check: eachContainer(({ ports }) =>
    listOf(ports).some(({ containerPort, protocol }) => containerPort === 22 && (protocol ?? 'TCP') === 'TCP')
      ? { en: 'listens on port 22, which is for SSH', fr: 'écoute sur le port 22, celui de SSH' }
      : undefined,
  ),
  good: deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' }),
  bad: deployment({ container: 'ports: [{ name: ssh, containerPort: 22 }]' }),
  finds: ["container 'chess' listens on port 22, which is for SSH"],
};
