import { fill, type Text } from '../../constructs/refusals/text.js';
import { parseQuantity } from '../../constructs/values/quantity.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';

const above: Text = {
  en: '<container> requests <request> of <resource>, and its limit is <limit>',
  fr: '<container> demande <request> de <resource>, et sa limite est <limit>',
};

export const requestWithinLimit: PodRule = {
  id: 'request-within-limit',
  title: {
    en: 'No container requests more than its limit',
    fr: 'Aucun conteneur ne demande plus que sa limite',
  },
  why: {
    en: 'The API server refuses such a pod: the Deployment exists, and none of its pods ever starts.',
    fr: 'Le serveur d’API refuse un tel pod : le Deployment existe, et aucun de ses pods ne démarre.',
  },
  fix: { en: 'Raise the limit, or lower the request', fr: 'Augmentez la limite, ou baissez la demande' },
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, resources }) =>
      Object.entries(resources?.requests ?? {}).flatMap(([what, request]) => {
        const limit = resources?.limits?.[what];
        const [asked, allowed] = [parseQuantity(`${request}`), parseQuantity(`${limit}`)];
        if (asked === undefined || allowed === undefined || asked <= allowed) return [];
        return [
          fill(above, {
            container: containerNamed(name),
            request: `${request}`,
            resource: what,
            limit: `${limit}`,
          }),
        ];
      }),
    ),
  good: deployment({ container: 'resources: { requests: { memory: 512Mi }, limits: { memory: 1Gi } }' }),
  bad: deployment({ container: 'resources: { requests: { memory: 2Gi }, limits: { memory: 1024Mi } }' }),
  finds: ["container 'chess' requests 2Gi of memory, and its limit is 1024Mi"],
};
