import { unknownName } from '../engine/near.js';
import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { hasUnseen } from '../facts/opaque.js';

const example = (name: string) =>
  `${deployment({ pod: `serviceAccountName: ${name}` })}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: chess }`;

export const serviceAccountRef: PodRule = {
  id: 'service-account-ref',
  title: { en: 'The service account of each pod exists', fr: 'Le compte de service de chaque pod existe' },
  why: {
    en: 'Kubernetes makes no pod for an account that does not exist: the Deployment stays at zero pods, and only its events say why.',
    fr: 'Kubernetes ne crée aucun pod pour un compte qui n’existe pas : le Deployment reste à zéro pod, et seuls ses événements disent pourquoi.',
  },
  fix: {
    en: 'Name a ServiceAccount of the same namespace',
    fr: 'Nommez un ServiceAccount du même namespace',
  },
  lists: ['kube-linter/non-existent-service-account'],
  kinds: 'workloads',
  applies: (item, inventory) => !hasUnseen(inventory, item),
  check: (item, inventory) => {
    const name = text(item.pod, 'spec', 'serviceAccountName') || text(item.pod, 'spec', 'serviceAccount');
    if (!name || name === 'default' || inventory.find(item, 'ServiceAccount', name)) return [];
    const known = inventory.names(item, 'ServiceAccount');
    const what = {
      en: `service account '${name}' does not exist`,
      fr: `le compte de service « ${name} » n’existe pas`,
    };
    return [unknownName(what, name, known, serviceAccountRef.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
  finds: ["service account 'ches' does not exist"],
};
