import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { accountOf } from './account.js';
import { hasRights } from './token-rights.js';

export const tokenAutomount: PodRule = {
  id: 'token-automount',
  title: {
    en: 'A pod has a token of the API server only if it has rights there',
    fr: 'Un pod n’a un jeton de l’API server que s’il y a des droits',
  },
  why: {
    en: 'An attacker in a pod finds the token among its files, and can ask the API server with it.',
    fr: 'Un attaquant dans un pod trouve le jeton parmi ses fichiers, et peut interroger l’API server avec lui.',
  },
  fix: {
    en: 'Set automountServiceAccountToken: false for the pod, or bind its service account to a role',
    fr: 'Mettez automountServiceAccountToken: false pour le pod, ou liez son compte de service à un rôle',
  },
  lists: ['polaris/automountServiceAccountToken', 'nsa/C-0034'],
  kinds: 'workloads',
  check: (item, inventory) => {
    const { name, hasToken } = accountOf(item, inventory);
    if (!hasToken || hasRights(item, name, inventory)) return [];
    // A chart may bring the role: then the pod must ask for the token explicitly.
    if (item.pod.spec.automountServiceAccountToken === true && inventory.isOpen(item)) return [];
    return [
      {
        en: `the pod gets a token of the service account '${name}', which has no rights`,
        fr: `le pod reçoit un jeton du compte de service « ${name} », qui n’a aucun droit`,
      },
    ];
  },
  good: deployment({ pod: 'automountServiceAccountToken: false' }),
  bad: deployment({ pod: 'serviceAccountName: chess' }),
  finds: ["the pod gets a token of the service account 'chess', which has no rights"],
};
