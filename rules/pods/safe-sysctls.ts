import { oneOf, suggest } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

/** What the kubelet of Kubernetes 1.28 takes without being told to; 1.29 adds four of `net.ipv4.tcp_`. */
const safe = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_syncookies',
];

export const safeSysctls: PodRule = {
  id: 'safe-sysctls',
  title: 'Pods set only those kernel parameters that are their own',
  why: 'Other parameters change the node for every pod on it; the kubelet refuses them, and the pod never starts.',
  fix: 'Remove it; what the whole node needs is set in system/ for the servers',
  lists: ['kube-linter/unsafe-sysctls', 'pss/baseline/sysctls'],
  kinds: 'workloads',
  check: ({ pod }) =>
    listOf(pod.spec.securityContext?.sysctls)
      .filter(({ name }) => !safe.includes(`${name}`))
      .map(({ name }) => {
        const near = suggest(`${name}`, safe);
        const fix = near
          ? `Did you mean ${near}? Otherwise remove it`
          : `Remove it; pods may set ${oneOf(safe)}`;
        return { what: `it sets the kernel parameter ${name}`, fix };
      }),
  good: deployment({
    pod: 'securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: "0" }] }',
  }),
  bad: deployment({ pod: 'securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }' }),
};
