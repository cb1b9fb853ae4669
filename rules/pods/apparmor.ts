import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';
import { securityContexts } from './security-contexts.js';

/** Annotations that set the profile of a container, before Kubernetes 1.30. */
const prefix = 'container.apparmor.security.beta.kubernetes.io/';

const profileFault = (who: Text, profile: string): Text =>
  fill(
    { en: '<who> has the AppArmor profile <profile>', fr: '<who> a le profil AppArmor <profile>' },
    { who, profile },
  );

export const apparmor: PodRule = {
  id: 'apparmor',
  title: { en: 'No pod turns AppArmor off', fr: 'Aucun pod ne désactive AppArmor' },
  why: {
    en: 'On nodes with AppArmor, its default profile stops programs from mounting disks and writing to the kernel.',
    fr: 'Sur les nœuds qui ont AppArmor, son profil par défaut empêche les programmes de monter des disques et d’écrire dans le noyau.',
  },
  fix: {
    en: 'Remove the profile, or make it RuntimeDefault (in an annotation: runtime/default)',
    fr: 'Retirez le profil, ou mettez RuntimeDefault (dans une annotation : runtime/default)',
  },
  lists: ['pss/baseline/apparmor'],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...securityContexts(pod).flatMap(({ who, says }) => {
      const type = says.appArmorProfile?.type ?? 'RuntimeDefault';
      return ['RuntimeDefault', 'Localhost'].includes(type) ? [] : [profileFault(who, `${type}`)];
    }),
    ...Object.entries(pod.annotations)
      .filter(
        ([key, value]) => key.startsWith(prefix) && !/^(runtime\/default|localhost\/.*)?$/.test(`${value}`),
      )
      .map(([key, value]) => profileFault(containerNamed(key.slice(prefix.length)), `${value}`)),
  ],
  good: deployment({ pod: 'securityContext: { appArmorProfile: { type: RuntimeDefault } }' }),
  bad: deployment({ pod: 'securityContext: { appArmorProfile: { type: Unconfined } }' }),
  finds: ['the pod has the AppArmor profile Unconfined'],
};
