import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { isVirtual, placeOf, runningLabels, runningPods } from '../facts/location.js';
import { mayBeUnseen } from '../facts/network-policies.js';
import { isEmpty, readable, selectorAt } from '../facts/selector.js';

/** Pods of a virtual cluster run on the host, which knows nothing of its policies. */
const inside = {
  what: 'it is inside a virtual cluster, where no pod runs',
  fix: 'Write it in namespace vcluster-<cluster> of the host, with the labels that pods have there',
};

const example = (app: string) => `${deployment({})}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: chess }
spec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Ingress, Egress] }`;

export const networkPolicyTarget: ObjectRule = {
  id: 'network-policy-target',
  title: 'A NetworkPolicy selects pods that there are',
  why: 'A policy that selects no pod protects nothing, and the pods that it was meant for are open.',
  fix: 'Give podSelector the labels that the pods have on the cluster where they run',
  lists: ['kube-score/networkpolicy-targets-pod', 'kube-linter/dangling-networkpolicy'],
  kinds: ['NetworkPolicy'],
  check: (item, inventory) => {
    if (isVirtual(item.cluster)) return [inside];
    const selector = selectorAt(item.manifest, 'spec', 'podSelector');
    if (isEmpty(selector) || mayBeUnseen(inventory, item, selector)) return [];
    const index = runningPods(inventory);
    if (index.first(placeOf(item), selector)) return [];
    const given = readable(selector);
    const there = [...index.find(placeOf(item), {})].slice(0, 500);
    const known = there.map((workload) => readable({ matchLabels: runningLabels(workload) }));
    return [unknownName(`no pod has the labels ${given}`, given, known, networkPolicyTarget.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
};
