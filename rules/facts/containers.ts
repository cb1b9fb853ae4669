import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Workload } from '../engine/inventory.js';
import { type Container, containersOf, type Pod, type SecurityContext } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';

/** A container as a text names it: `container 'chess'`. */
export const containerNamed = (name: string | undefined): Text => ({
  en: `container '${name}'`,
  fr: `le conteneur « ${name} »`,
});

const ofContainer: Text = { en: '<container> <what>', fr: '<container> <what>' };

/** A check of each container by itself. The text of each finding begins with the name of the container. */
export const eachContainer =
  (faultOf: (container: Container, pod: Pod) => Fault | undefined): PodRule['check'] =>
  ({ pod }) =>
    containersOf(pod).flatMap((container) => {
      const fault = faultOf(container, pod);
      if (fault === undefined) return [];
      const hasFix = 'what' in fault;
      const what = fill(ofContainer, {
        container: containerNamed(container.name),
        what: hasFix ? fault.what : fault,
      });
      return [hasFix ? { what, fix: fault.fix } : what];
    });

/** A field of the security context that applies to a container: its own, else that of its pod. */
export const inForce = <K extends keyof SecurityContext>(
  { securityContext }: Container,
  { spec }: Pod,
  key: K,
): SecurityContext[K] | undefined => securityContext?.[key] ?? spec.securityContext?.[key];

/** Whether pods run until they are stopped, rather than until their work is done. */
export const runsForEver = ({ manifest }: Workload): boolean => !['Job', 'CronJob'].includes(manifest.kind);
