import { fill } from '../../constructs/refusals/text.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { containerNamed, inForce } from '../facts/containers.js';
import { securityContexts } from './security-contexts.js';

const safe = new Set(['RuntimeDefault', 'Localhost']);

export const seccomp: PodRule = {
  id: 'seccomp',
  title: {
    en: 'The kernel refuses system calls that ordinary programs never make',
    fr: 'Le noyau refuse les appels système qu’un programme ordinaire ne fait jamais',
  },
  why: {
    en: 'Most ways out of a container begin with a rare system call; the default profile of the container runtime refuses these.',
    fr: 'La plupart des évasions d’un conteneur commencent par un appel système rare ; le profil par défaut du runtime de conteneurs les refuse.',
  },
  fix: {
    en: 'Set seccompProfile: { type: RuntimeDefault } in the securityContext of the pod',
    fr: 'Mettez seccompProfile: { type: RuntimeDefault } dans le securityContext du pod',
  },
  lists: [
    'kube-score/container-seccomp-profile',
    'polaris/linuxHardening',
    'pss/baseline/seccomp',
    'pss/restricted/seccomp',
    'nsa/C-0055',
  ],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...securityContexts(pod).flatMap(({ who, says }) => {
      const type = says.seccompProfile?.type;
      if (type === undefined || safe.has(type)) return [];
      return [
        fill(
          { en: '<who> has the seccomp profile <type>', fr: '<who> a le profil seccomp <type>' },
          { who, type: `${type}` },
        ),
      ];
    }),
    ...containersOf(pod)
      .filter((container) => !inForce(container, pod, 'seccompProfile')?.type)
      .map(({ name }) =>
        fill(
          { en: '<who> has no seccomp profile', fr: '<who> n’a pas de profil seccomp' },
          { who: containerNamed(name) },
        ),
      ),
  ],
  good: deployment({ pod: 'securityContext: { seccompProfile: { type: RuntimeDefault } }' }),
  bad: deployment({ pod: 'securityContext: { seccompProfile: { type: Unconfined } }' }),
  finds: ['the pod has the seccomp profile Unconfined'],
};
