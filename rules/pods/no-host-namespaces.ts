import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

const shared = {
  hostNetwork: {
    en: 'the pod shares the network of its node: no NetworkPolicy applies to it',
    fr: 'le pod partage le réseau de son nœud : aucune NetworkPolicy ne s’applique à lui',
  },
  hostPID: {
    en: 'the pod shares the processes of its node: it may read and stop any of them',
    fr: 'le pod partage les processus de son nœud : il peut tous les lire et les arrêter',
  },
  hostIPC: {
    en: 'the pod shares the memory segments of its node: it may read those of other programs',
    fr: 'le pod partage les segments de mémoire de son nœud : il peut lire ceux d’autres programmes',
  },
} as const;

export const noHostNamespaces: PodRule = {
  id: 'no-host-namespaces',
  title: {
    en: 'No pod shares the network, processes or memory of its node',
    fr: 'Aucun pod ne partage le réseau, les processus ou la mémoire de son nœud',
  },
  why: {
    en: 'Such a pod sees the traffic and the processes of all clubs on the node, and no NetworkPolicy applies to it.',
    fr: 'Un tel pod voit le trafic et les processus de tous les clubs du nœud, et aucune NetworkPolicy ne s’applique à lui.',
  },
  fix: { en: 'Remove hostNetwork, hostPID and hostIPC', fr: 'Retirez hostNetwork, hostPID et hostIPC' },
  lists: [
    'kube-linter/host-network',
    'kube-linter/host-pid',
    'kube-linter/host-ipc',
    'polaris/hostNetworkSet',
    'polaris/hostPIDSet',
    'polaris/hostIPCSet',
    'pss/baseline/host-namespaces',
    'nsa/C-0038',
    'nsa/C-0041',
  ],
  kinds: 'workloads',
  check: ({ pod }) =>
    Object.entries(shared)
      .filter(([field]) => pod.spec[field as keyof typeof shared])
      .map(([field, what]) => ({
        what,
        fix: { en: `Remove ${field}: true`, fr: `Retirez ${field}: true` },
      })),
  good: deployment({ pod: 'hostNetwork: false' }),
  bad: deployment({ pod: 'hostNetwork: true' }),
  finds: ['the pod shares the network of its node: no NetworkPolicy applies to it'],
};
