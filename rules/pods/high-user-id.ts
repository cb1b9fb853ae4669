import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer, inForce } from '../facts/containers.js';

/** Nodes keep numbers up to this for users of their own. */
const highest = 10_000;

const ids = [
  ['runAsUser', 'user'],
  ['runAsGroup', 'group'],
] as const;

export const highUserId: PodRule = {
  id: 'high-user-id',
  title: "What clubs run has a user and a group above the node's own",
  why: 'Numbers are all that the kernel knows of users: 999 in a container is whoever has 999 on the node, with his files.',
  fix: `Give a user above ${highest}, or leave user out: then it is 10001`,
  lists: ['kube-score/container-security-context-user-group-id'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: eachContainer((container, pod) => {
    const low = ids.flatMap(([key, word]) => {
      const id = inForce(container, pod, key);
      if (id === undefined || id === null) return [`no ${word}`];
      return id > highest ? [] : [`${word} ${id}`];
    });
    return low.length > 0 ? `runs with ${low.join(' and ')}` : undefined;
  }),
  good: deployment({ pod: 'securityContext: { runAsUser: 10001, runAsGroup: 10001 }' }),
  bad: deployment({ pod: 'securityContext: { runAsUser: 999, runAsGroup: 999 }' }),
};
