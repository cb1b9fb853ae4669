import { oneOf } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { securityContexts } from '../facts/containers.js';

const types = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

export const selinux: PodRule = {
  id: 'selinux',
  title: 'No pod chooses an SELinux label that lets it out',
  why: 'Where nodes have SELinux, the label is the wall: a type like spc_t is that of programs outside of containers.',
  fix: `Remove seLinuxOptions, or give a type alone: ${oneOf(types)}`,
  lists: ['pss/baseline/selinux'],
  kinds: 'workloads',
  check: ({ pod }) =>
    securityContexts(pod).flatMap(({ who, says }) => {
      const { type, user, role } = says.seLinuxOptions ?? {};
      return [
        ...(type && !types.includes(type) ? [`${who} has the SELinux type ${type}`] : []),
        ...(user ? [`${who} has the SELinux user ${user}`] : []),
        ...(role ? [`${who} has the SELinux role ${role}`] : []),
      ];
    }),
  good: deployment({ pod: 'securityContext: { seLinuxOptions: { type: container_t } }' }),
  bad: deployment({ pod: 'securityContext: { seLinuxOptions: { type: spc_t } }' }),
};
