import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

export const noProbeHost: PodRule = {
  id: 'no-probe-host',
  title: {
    en: 'Probes and hooks call the pod itself, not another host',
    fr: 'Les sondes et les hooks appellent le pod lui-même, pas un autre hôte',
  },
  why: {
    en: 'The node makes the call, and no NetworkPolicy applies to the node: a probe with a host can reach whatever the node can.',
    fr: 'C’est le nœud qui appelle, et aucune NetworkPolicy ne s’applique à lui : une sonde avec un hôte peut joindre tout ce que le nœud peut joindre.',
  },
  fix: {
    en: 'Remove host: a probe calls its own pod by default. For a virtual host, set the header Host in httpHeaders',
    fr: 'Retirez host : par défaut, une sonde appelle son propre pod. Pour un hôte virtuel, mettez l’en-tête Host dans httpHeaders',
  },
  lists: ['pss/baseline/host-probes-lifecycle-hooks'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, readinessProbe, livenessProbe, startupProbe, lifecycle }) => {
      const asked = { readinessProbe, livenessProbe, startupProbe, ...lifecycle };
      return Object.entries(asked).flatMap(([what, probe]) => {
        const host = probe?.httpGet?.host || probe?.tcpSocket?.host;
        if (!host) return [];
        return [
          {
            en: `the ${what} of container '${name}' calls the host '${host}'`,
            fr: `${what} du conteneur « ${name} » appelle l’hôte « ${host} »`,
          },
        ];
      });
    }),
  good: deployment({ container: 'readinessProbe: { httpGet: { path: /, port: 8080 } }' }),
  bad: deployment({
    container: 'readinessProbe: { httpGet: { path: /, port: 8080, host: 169.254.169.254 } }',
  }),
  finds: ["the readinessProbe of container 'chess' calls the host '169.254.169.254'"],
};
