import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const ephemeralStorage: PodRule = {
  id: 'ephemeral-storage',
  title: "Every container says how much of its node's disk it may fill",
  why: 'Logs and scratch files lie on the disk that all pods of a node share; when it is full, all of them are thrown out.',
  fix: 'Give ephemeral-storage as a request and as a limit, for example 256Mi and 1Gi',
  lists: ['kube-score/container-ephemeral-storage-request-and-limit'],
  kinds: 'workloads',
  check: eachContainer(({ resources }) => {
    const missing = (['requests', 'limits'] as const).filter(
      (kind) => !resources?.[kind]?.['ephemeral-storage'],
    );
    return missing.length > 0 ? `has no ephemeral-storage in its ${missing.join(' and ')}` : undefined;
  }),
  good: deployment({
    container: 'resources: { requests: { ephemeral-storage: 256Mi }, limits: { ephemeral-storage: 1Gi } }',
  }),
  bad: deployment({ container: 'resources: { requests: { ephemeral-storage: 256Mi } }' }),
};
