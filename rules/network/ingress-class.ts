import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { lender } from '../facts/location.js';
import { showsAll } from '../facts/opaque.js';

const example = (name: string) => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: contour }
spec: { controller: projectcontour.io/ingress-controller }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: chess }
spec: { ingressClassName: ${name}, defaultBackend: { service: { name: chess, port: { number: 80 } } } }`;

export const ingressClass: ObjectRule = {
  id: 'ingress-class',
  title: 'An Ingress says which ingress controller serves it, and that one exists',
  why: 'Each controller serves the Ingresses of its own class. One of a class that nobody serves is never public.',
  fix: 'Write ingressClassName: contour in its spec',
  kinds: ['Ingress'],
  check: (item, inventory) => {
    const name = text(item.manifest, 'spec', 'ingressClassName');
    if (!name) return ['it says no ingressClassName'];
    const place = lender(item);
    if (!showsAll(inventory, 'IngressClass') || inventory.find(place, 'IngressClass', name)) return [];
    const known = inventory.names(place, 'IngressClass');
    return [unknownName(`there is no ingress class '${name}'`, name, known, ingressClass.fix)];
  },
  good: example('contour'),
  bad: example('countour'),
};
