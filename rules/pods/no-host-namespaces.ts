import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

const shared = {
  hostNetwork: 'network: no policy keeps it from anything',
  hostPID: 'processes: it may look into and stop any of them',
  hostIPC: 'shared memory: it may read what others keep there',
} as const;

export const noHostNamespaces: PodRule = {
  id: 'no-host-namespaces',
  title: "No pod shares its node's network, processes or memory",
  why: 'What shares them sees the traffic and the programs of all clubs on the node, and no network policy holds for it.',
  fix: 'Remove hostNetwork, hostPID and hostIPC',
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
      .map(([field, what]) => ({ what: `it shares its node's ${what}`, fix: `Remove ${field}: true` })),
  good: deployment({ pod: 'hostNetwork: false' }),
  bad: deployment({ pod: 'hostNetwork: true' }),
};
