import { parseQuantity } from '../../constructs/values/quantity.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';

export const requestWithinLimit: PodRule = {
  id: 'request-within-limit',
  title: 'Nothing asks for more than its limit',
  why: 'The API server refuses such a pod: the Deployment is there, and nothing of it ever starts.',
  fix: 'Raise the limit, or lower the request',
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, resources }) =>
      Object.entries(resources?.requests ?? {}).flatMap(([what, request]) => {
        const limit = resources?.limits?.[what];
        const [asked, allowed] = [parseQuantity(`${request}`), parseQuantity(`${limit}`)];
        if (asked === undefined || allowed === undefined || asked <= allowed) return [];
        return [`container '${name}' asks for ${request} of ${what}, and its limit is ${limit}`];
      }),
    ),
  good: deployment({ container: 'resources: { requests: { memory: 512Mi }, limits: { memory: 1Gi } }' }),
  bad: deployment({ container: 'resources: { requests: { memory: 2Gi }, limits: { memory: 1024Mi } }' }),
};
