import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { accountOf } from './account.js';

export const ownServiceAccount: PodRule = {
  id: 'own-service-account',
  title: 'What clubs run, and what calls the API server, has a service account of its own',
  why: 'All pods of a namespace share the one called default: a right, or a secret of Vault, given to it is given to all.',
  fix: 'Make a ServiceAccount for it, and name it as serviceAccountName',
  lists: ['kube-linter/default-service-account', 'kube-linter/deprecated-service-account-field'],
  kinds: 'workloads',
  check: (item, inventory) => {
    const { name, hasToken } = accountOf(item, inventory);
    if (name !== 'default') {
      return item.pod.spec.serviceAccountName
        ? []
        : [{ what: 'serviceAccount is out of date', fix: `Write serviceAccountName: ${name} instead` }];
    }
    return inventory.isClub(item) || hasToken ? ["it runs as the service account 'default'"] : [];
  },
  good: deployment({ pod: 'serviceAccountName: chess' }),
  bad: deployment({ pod: 'serviceAccountName: default' }),
};
