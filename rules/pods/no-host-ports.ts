import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const noHostPorts: PodRule = {
  id: 'no-host-ports',
  title: { en: 'No pod uses a port of its node', fr: 'Aucun pod n’utilise un port de son nœud' },
  why: {
    en: 'A port of the node is open to the whole university network without passing through Envoy, and only one pod of a node can use it.',
    fr: 'Un port du nœud est ouvert à tout le réseau de l’université sans passer par Envoy, et un seul pod du nœud peut l’utiliser.',
  },
  fix: {
    en: 'Remove hostPort; a Service reaches the container by its containerPort (in apps: port and host)',
    fr: 'Retirez hostPort ; un Service joint le conteneur par son containerPort (dans apps : port et host)',
  },
  lists: ['polaris/hostPortSet', 'pss/baseline/host-ports', 'nsa/C-0044'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, ports }) =>
      listOf(ports)
        .filter(({ hostPort }) => hostPort)
        .map(({ hostPort }) => ({
          en: `container '${name}' uses port ${hostPort} of its node`,
          fr: `le conteneur « ${name} » utilise le port ${hostPort} de son nœud`,
        })),
    ),
  good: deployment({ container: 'ports: [{ containerPort: 8080 }]' }),
  bad: deployment({ container: 'ports: [{ containerPort: 8080, hostPort: 80 }]' }),
  finds: ["container 'chess' uses port 80 of its node"],
};
