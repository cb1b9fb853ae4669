import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { placeOf, pods } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { labelSelectorAt, noPodHas, readable } from '../facts/selector.js';

const service = (app: string) =>
  `\n---\napiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { selector: { app: ${app} }, ports: [{ port: 80 }] }`;

export const serviceSelectsPods: ObjectRule = {
  id: 'service-selects-pods',
  title: { en: 'A Service selects pods that exist', fr: 'Un Service sélectionne des pods qui existent' },
  why: {
    en: 'A Service finds its pods by their labels. If no pod has them, every request to it fails.',
    fr: 'Un Service trouve ses pods par leurs labels. Si aucun pod ne les a, chaque requête vers lui échoue.',
  },
  fix: {
    en: 'Give spec.selector the labels of the pods that it is for',
    fr: 'Donnez à spec.selector les labels des pods auxquels il mène',
  },
  lists: ['kube-score/service-targets-pod', 'kube-linter/dangling-service'],
  kinds: ['Service'],
  applies: (item, inventory) =>
    Object.keys(fields(item.manifest, 'spec', 'selector')).length > 0 &&
    fields(item.manifest, 'spec')['type'] !== 'ExternalName' &&
    !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const selector = labelSelectorAt(item.manifest, 'spec', 'selector');
    const place = placeOf(item);
    if (pods(inventory).first(place, selector)) return [];
    const there = [...pods(inventory).find(place, {})].map(({ pod }) =>
      readable({ matchLabels: pod.labels }),
    );
    const given = readable(selector);
    return [unknownName(noPodHas(given), given, there, serviceSelectsPods.fix)];
  },
  good: deployment({}) + service('chess'),
  bad: deployment({}) + service('ches'),
  finds: ['no pod has the labels app=ches'],
};
