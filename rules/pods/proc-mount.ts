import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const procMount: PodRule = {
  id: 'proc-mount',
  title: { en: 'Containers see only the masked /proc', fr: 'Les conteneurs ne voient que le /proc masqué' },
  why: {
    en: 'Some files below /proc show or change settings of the whole node; container runtimes hide these by default.',
    fr: 'Certains fichiers de /proc montrent ou changent des réglages de tout le nœud ; les conteneurs ne les voient pas par défaut.',
  },
  fix: {
    en: 'Remove procMount from the securityContext of the container',
    fr: 'Retirez procMount du securityContext du conteneur',
  },
  lists: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'pss/baseline/proc-mount-type'],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) => {
    const mount = securityContext?.procMount ?? 'Default';
    return mount === 'Default' ? undefined : { en: `has procMount: ${mount}`, fr: `a procMount: ${mount}` };
  }),
  good: deployment({ container: 'securityContext: { procMount: Default }' }),
  bad: deployment({ container: 'securityContext: { procMount: Unmasked }' }),
  finds: ["container 'chess' has procMount: Unmasked"],
};
