import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { securityContexts } from '../facts/containers.js';

/** How it was said before Kubernetes 1.30, by container. */
const prefix = 'container.apparmor.security.beta.kubernetes.io/';

export const apparmor: PodRule = {
  id: 'apparmor',
  title: 'No pod turns AppArmor off',
  why: 'Where nodes have AppArmor, its default profile keeps programs from mounting disks and writing to the kernel.',
  fix: 'Remove the profile, or make it RuntimeDefault (as an annotation runtime/default)',
  lists: ['pss/baseline/apparmor'],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...securityContexts(pod).flatMap(({ who, says }) => {
      const type = says.appArmorProfile?.type ?? 'RuntimeDefault';
      return ['RuntimeDefault', 'Localhost'].includes(type)
        ? []
        : [`${who} has the AppArmor profile ${type}`];
    }),
    ...Object.entries(pod.annotations)
      .filter(
        ([key, value]) => key.startsWith(prefix) && !/^(runtime\/default|localhost\/.*)?$/.test(`${value}`),
      )
      .map(([key, value]) => `container '${key.slice(prefix.length)}' has the AppArmor profile ${value}`),
  ],
  good: deployment({ pod: 'securityContext: { appArmorProfile: { type: RuntimeDefault } }' }),
  bad: deployment({ pod: 'securityContext: { appArmorProfile: { type: Unconfined } }' }),
};
