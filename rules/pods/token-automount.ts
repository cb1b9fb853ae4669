import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { accountOf } from './account.js';
import { hasRights } from './token-rights.js';

export const tokenAutomount: PodRule = {
  id: 'token-automount',
  title: 'A pod has a token of the API server only if it has rights to use there',
  why: 'Who breaks into a site finds the token in its files, and asks the cluster for what its service account may see.',
  fix: 'Set automountServiceAccountToken: false for the pod, or give its service account a role',
  lists: ['polaris/automountServiceAccountToken', 'nsa/C-0034'],
  kinds: 'workloads',
  check: (item, inventory) => {
    const { name, hasToken } = accountOf(item, inventory);
    if (!hasToken || hasRights(item, name, inventory)) return [];
    // Where a chart may bring the role, the pod has to say that it wants the token.
    if (item.pod.spec.automountServiceAccountToken === true && inventory.isOpen(item)) return [];
    return [`it gets a token of the service account '${name}', which has no rights`];
  },
  good: deployment({ pod: 'automountServiceAccountToken: false' }),
  bad: deployment({ pod: 'serviceAccountName: chess' }),
};
