import { didYouMean, fill, joined } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

/** The sysctls that the kubelet of Kubernetes 1.28 allows by default; 1.29 adds four of `net.ipv4.tcp_`. */
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
  title: {
    en: 'Pods set only kernel parameters that do not affect the node',
    fr: 'Les pods ne règlent que des paramètres du noyau sans effet sur le nœud',
  },
  why: {
    en: 'Other parameters change the node for every pod on it: the kubelet refuses them, and the pod never starts.',
    fr: 'Les autres paramètres changent le nœud pour tous ses pods : le kubelet les refuse, et le pod ne démarre jamais.',
  },
  fix: {
    en: 'Remove it; parameters of the whole node are set in system/ for the servers',
    fr: 'Retirez-le ; les paramètres de tout le nœud sont réglés dans system/ pour les serveurs',
  },
  lists: ['kube-linter/unsafe-sysctls', 'pss/baseline/sysctls'],
  kinds: 'workloads',
  check: ({ pod }) =>
    listOf(pod.spec.securityContext?.sysctls)
      .filter(({ name }) => !safe.includes(`${name}`))
      .map(({ name }) => {
        const near = suggest(`${name}`, safe);
        const fix = near
          ? joined(didYouMean(near), { en: 'Otherwise remove it', fr: 'Sinon, retirez-le' })
          : fill(
              { en: 'Remove it; pods may set <safe>', fr: 'Retirez-le ; les pods peuvent régler <safe>' },
              { safe },
            );
        return {
          what: {
            en: `the pod sets the kernel parameter ${name}`,
            fr: `le pod règle le paramètre du noyau ${name}`,
          },
          fix,
        };
      }),
  good: deployment({
    pod: 'securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: "0" }] }',
  }),
  bad: deployment({ pod: 'securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }' }),
  finds: ['the pod sets the kernel parameter kernel.msgmax'],
};
