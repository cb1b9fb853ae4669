import { fill } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { securityContexts } from './security-contexts.js';

export const noHostProcess: PodRule = {
  id: 'no-host-process',
  title: {
    en: 'No container is a process of a Windows node',
    fr: 'Aucun conteneur n’est un processus d’un nœud Windows',
  },
  why: {
    en: 'Such a process is not isolated from the node at all, and the platform has no Windows nodes to run it.',
    fr: 'Un tel processus n’est pas du tout isolé du nœud, et la plateforme n’a aucun nœud Windows pour l’exécuter.',
  },
  fix: {
    en: 'Remove windowsOptions from the securityContext',
    fr: 'Retirez windowsOptions du securityContext',
  },
  lists: ['polaris/hostProcess', 'pss/baseline/host-process'],
  kinds: 'workloads',
  check: ({ pod }) =>
    securityContexts(pod)
      .filter(({ says }) => says.windowsOptions?.hostProcess)
      .map(({ who }) =>
        fill(
          { en: '<who> runs as a process of its node', fr: '<who> s’exécute comme un processus de son nœud' },
          { who },
        ),
      ),
  good: deployment({ pod: 'securityContext: { runAsNonRoot: true }' }),
  bad: deployment({ pod: 'securityContext: { windowsOptions: { hostProcess: true } }' }),
  finds: ['the pod runs as a process of its node'],
};
