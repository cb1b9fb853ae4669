import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const pullPolicy: PodRule = {
  id: 'pull-policy',
  title: 'What clubs run asks the registry for its image at every start',
  why: "Else a node that has an image gives it to anybody who knows its name: another club's private one, or an old one.",
  fix: 'Set imagePullPolicy: Always; what the node has is not fetched again if it is the same',
  lists: ['kube-score/container-image-pull-policy', 'polaris/pullPolicyNotAlways'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: eachContainer(({ imagePullPolicy }) =>
    imagePullPolicy === 'Always'
      ? undefined
      : `has the pull policy ${imagePullPolicy ?? 'of its tag'}, not Always`,
  ),
  good: deployment({ container: 'imagePullPolicy: Always' }),
  bad: deployment({ container: 'imagePullPolicy: IfNotPresent' }),
};
