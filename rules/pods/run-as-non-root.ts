import { fill, type Text } from '../../constructs/refusals/text.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { containerNamed, inForce } from '../facts/containers.js';
import { thePod } from './security-contexts.js';

const isRoot: Text = {
  en: '<who> runs as user 0, which is root',
  fr: '<who> s’exécute en tant qu’utilisateur 0, qui est root',
};
const mayBeRoot: Text = { en: '<who> may run as root', fr: '<who> peut s’exécuter en tant que root' };

export const runAsNonRoot: PodRule = {
  id: 'run-as-non-root',
  title: { en: 'No container runs as root', fr: 'Aucun conteneur ne s’exécute en tant que root' },
  why: {
    en: 'If a program finds a way out of its container, it is the same user on the node: root can do everything there, other users nothing.',
    fr: 'Si un programme sort de son conteneur, il est le même utilisateur sur le nœud : root peut y tout faire, un autre utilisateur rien.',
  },
  fix: {
    en: 'Set runAsNonRoot: true, and runAsUser to the number of a user other than 0 (in apps: user)',
    fr: 'Mettez runAsNonRoot: true, et runAsUser au numéro d’un utilisateur autre que 0 (dans apps : user)',
  },
  lists: [
    'kube-linter/run-as-non-root',
    'polaris/runAsRootAllowed',
    'pss/restricted/running-as-non-root',
    'pss/restricted/running-as-non-root-user',
    'nsa/C-0013',
  ],
  kinds: 'workloads',
  check: ({ pod }) => [
    ...(pod.spec.securityContext?.runAsUser === 0 ? [fill(isRoot, { who: thePod })] : []),
    ...containersOf(pod).flatMap((container) => {
      const who = containerNamed(container.name);
      if (container.securityContext?.runAsUser === 0) return [fill(isRoot, { who })];
      return inForce(container, pod, 'runAsNonRoot') === true ? [] : [fill(mayBeRoot, { who })];
    }),
  ],
  good: deployment({ pod: 'securityContext: { runAsNonRoot: true, runAsUser: 10001 }' }),
  bad: deployment({ pod: 'securityContext: { runAsNonRoot: true, runAsUser: 0 }' }),
  finds: ['the pod runs as user 0, which is root'],
};
