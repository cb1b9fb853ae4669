import type { Workload } from '../engine/inventory.js';
import { type Container, containersOf, type Pod, type SecurityContext } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';

/** A check that looks at every container by itself. What it tells follows the container's name. */
export const eachContainer =
  (faultOf: (container: Container, pod: Pod) => Fault | undefined): PodRule['check'] =>
  ({ pod }) =>
    containersOf(pod).flatMap((container) => {
      const fault = faultOf(container, pod);
      if (fault === undefined) return [];
      const said = typeof fault === 'object' && 'what' in fault ? fault : { what: fault };
      const what = typeof said.what === 'string' ? { en: said.what, fr: said.what } : said.what;
      const who = {
        en: `container '${container.name}' ${what.en}`,
        fr: `le conteneur « ${container.name} » ${what.fr}`,
      };
      return [said === fault ? { ...fault, what: who } : who];
    });

/** What holds for a container: what it says itself, else what its pod says. */
export const inForce = <K extends keyof SecurityContext>(
  { securityContext }: Container,
  { spec }: Pod,
  key: K,
): SecurityContext[K] | undefined => securityContext?.[key] ?? spec.securityContext?.[key];

/** Whether pods go on until they are told to stop. */
export const runsForEver = ({ manifest }: Workload): boolean => !['Job', 'CronJob'].includes(manifest.kind);

/** Pods and containers with what they say about security, for rules about that alone. */
export const securityContexts = (pod: Pod): readonly { who: string; says: SecurityContext }[] => [
  { who: 'the pod', says: pod.spec.securityContext ?? {} },
  ...containersOf(pod).map(({ name, securityContext }) => ({
    who: `container '${name}'`,
    says: securityContext ?? {},
  })),
];
