import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { accountOf } from './account.js';

export const ownServiceAccount: PodRule = {
  id: 'own-service-account',
  title: {
    en: 'Pods of clubs, and pods that call the API server, have their own service account',
    fr: 'Les pods des clubs, et ceux qui appellent l’API server, ont leur propre compte de service',
  },
  why: {
    en: 'All pods of a namespace share the account called default: a right or a secret of Vault that is given to it is given to all of them.',
    fr: 'Tous les pods d’un namespace partagent le compte appelé default : un droit ou un secret de Vault qu’on lui donne est donné à tous.',
  },
  fix: {
    en: 'Make a ServiceAccount for it, and name it as serviceAccountName',
    fr: 'Créez un ServiceAccount pour lui, et nommez-le dans serviceAccountName',
  },
  lists: ['kube-linter/default-service-account', 'kube-linter/deprecated-service-account-field'],
  kinds: 'workloads',
  check: (item, inventory) => {
    const { name, hasToken } = accountOf(item, inventory);
    if (name !== 'default') {
      return item.pod.spec.serviceAccountName
        ? []
        : [
            {
              what: {
                en: 'the field serviceAccount is deprecated',
                fr: 'le champ serviceAccount est obsolète',
              },
              fix: {
                en: `Write serviceAccountName: ${name} instead`,
                fr: `Écrivez plutôt serviceAccountName: ${name}`,
              },
            },
          ];
    }
    if (!inventory.isClub(item) && !hasToken) return [];
    return [
      {
        en: "the pod runs as the service account 'default'",
        fr: 'le pod utilise le compte de service « default »',
      },
    ];
  },
  good: deployment({ pod: 'serviceAccountName: chess' }),
  bad: deployment({ pod: 'serviceAccountName: default' }),
  finds: ["the pod runs as the service account 'default'"],
};
