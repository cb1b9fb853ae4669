import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

export const noProbeHost: PodRule = {
  id: 'no-probe-host',
  title: 'Probes and hooks ask the pod itself, not another host',
  why: 'The node makes the call, past all network policies: a probe with a host asks whatever the node can reach.',
  fix: 'Remove host; a probe asks the pod by itself. Virtual hosts are told by httpHeaders',
  lists: ['pss/baseline/host-probes-lifecycle-hooks'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, readinessProbe, livenessProbe, startupProbe, lifecycle }) => {
      const asked = { readinessProbe, livenessProbe, startupProbe, ...lifecycle };
      return Object.entries(asked).flatMap(([what, probe]) => {
        const host = probe?.httpGet?.host || probe?.tcpSocket?.host;
        return host ? [`the ${what} of container '${name}' asks the host '${host}'`] : [];
      });
    }),
  good: deployment({ container: 'readinessProbe: { httpGet: { path: /, port: 8080 } }' }),
  bad: deployment({
    container: 'readinessProbe: { httpGet: { path: /, port: 8080, host: 169.254.169.254 } }',
  }),
};
