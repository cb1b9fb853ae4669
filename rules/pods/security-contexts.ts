import { fill, type Text } from '../../constructs/refusals/text.js';
import { containersOf, type Pod, type SecurityContext } from '../engine/pod-view.js';

/** What findings call the pod. */
export const thePod: Text = { en: 'the pod', fr: 'le pod' };

/** What findings call a container of it. */
export const containerNamed = (name: string | undefined): Text =>
  fill({ en: "container '<name>'", fr: 'le conteneur « <name> »' }, { name: `${name}` });

/** The security context of a pod, and those of its containers. */
export const securityContexts = (pod: Pod): readonly { who: Text; says: SecurityContext }[] => [
  { who: thePod, says: pod.spec.securityContext ?? {} },
  ...containersOf(pod).map(({ name, securityContext }) => ({
    who: containerNamed(name),
    says: securityContext ?? {},
  })),
];
