import type { Text } from '../../constructs/refusals/text.js';
import { containersOf, type Pod, type SecurityContext } from '../engine/pod-view.js';
import { containerNamed } from '../facts/containers.js';

/** What findings call the pod. */
export const thePod: Text = { en: 'the pod', fr: 'le pod' };

/** The security context of a pod, and those of its containers. */
export const securityContexts = (pod: Pod): readonly { who: Text; says: SecurityContext }[] => [
  { who: thePod, says: pod.spec.securityContext ?? {} },
  ...containersOf(pod).map(({ name, securityContext }) => ({
    who: containerNamed(name),
    says: securityContext ?? {},
  })),
];
