import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { securityContexts } from '../facts/containers.js';

export const noHostProcess: PodRule = {
  id: 'no-host-process',
  title: 'No container is a process of a Windows node',
  why: 'Such a process has no walls around it at all, and there are no Windows nodes here for it to run on.',
  fix: 'Remove windowsOptions from the securityContext',
  lists: ['polaris/hostProcess', 'pss/baseline/host-process'],
  kinds: 'workloads',
  check: ({ pod }) =>
    securityContexts(pod)
      .filter(({ says }) => says.windowsOptions?.hostProcess)
      .map(({ who }) => `${who} runs as a process of its node`),
  good: deployment({ pod: 'securityContext: { runAsNonRoot: true }' }),
  bad: deployment({ pod: 'securityContext: { windowsOptions: { hostProcess: true } }' }),
};
