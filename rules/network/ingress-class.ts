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
  title: {
    en: 'Every Ingress names an IngressClass that exists',
    fr: 'Chaque Ingress nomme une IngressClass qui existe',
  },
  why: {
    en: 'A controller serves the Ingresses of its own class. An Ingress of a class without a controller is never public.',
    fr: 'Un contrôleur sert les Ingress de sa propre classe. Un Ingress d’une classe sans contrôleur n’est jamais public.',
  },
  fix: {
    en: 'Write ingressClassName: contour in its spec',
    fr: 'Écrivez ingressClassName: contour dans son spec',
  },
  kinds: ['Ingress'],
  check: (item, inventory) => {
    const name = text(item.manifest, 'spec', 'ingressClassName');
    if (!name) return [{ en: 'it has no ingressClassName', fr: 'il n’a pas d’ingressClassName' }];
    const place = lender(item);
    if (!showsAll(inventory, 'IngressClass') || inventory.find(place, 'IngressClass', name)) return [];
    const known = inventory.names(place, 'IngressClass');
    const what = {
      en: `IngressClass '${name}' does not exist`,
      fr: `l’IngressClass « ${name} » n’existe pas`,
    };
    return [unknownName(what, name, known, ingressClass.fix)];
  },
  good: example('contour'),
  bad: example('countour'),
  finds: ["IngressClass 'countour' does not exist"],
};
