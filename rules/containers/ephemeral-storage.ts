import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const ephemeralStorage: PodRule = {
  id: 'ephemeral-storage',
  title: {
    en: 'Every container limits how much of the disk of its node it uses',
    fr: 'Chaque conteneur limite ce qu’il prend du disque de son nœud',
  },
  why: {
    en: 'Logs and temporary files are on the disk that all pods of a node share: when it is full, Kubernetes evicts pods.',
    fr: 'Les journaux et les fichiers temporaires sont sur le disque que partagent tous les pods d’un nœud : quand il est plein, Kubernetes expulse des pods.',
  },
  fix: {
    en: 'Give ephemeral-storage as a request and as a limit, for example 256Mi and 1Gi',
    fr: 'Donnez ephemeral-storage en requests et en limits, par exemple 256Mi et 1Gi',
  },
  lists: ['kube-score/container-ephemeral-storage-request-and-limit'],
  kinds: 'workloads',
  check: eachContainer(({ resources }) => {
    const missing = (['requests', 'limits'] as const).filter(
      (kind) => !resources?.[kind]?.['ephemeral-storage'],
    );
    if (missing.length === 0) return undefined;
    return {
      en: `has no ephemeral-storage in its ${missing.join(' and ')}`,
      fr: `n’a pas d’ephemeral-storage dans ses ${missing.join(' et ')}`,
    };
  }),
  good: deployment({
    container: 'resources: { requests: { ephemeral-storage: 256Mi }, limits: { ephemeral-storage: 1Gi } }',
  }),
  bad: deployment({ container: 'resources: { requests: { ephemeral-storage: 256Mi } }' }),
  finds: ["container 'chess' has no ephemeral-storage in its limits"],
};
