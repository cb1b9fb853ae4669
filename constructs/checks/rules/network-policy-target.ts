import { unknownName } from '../near.js';
import { mayBeUnseen } from '../network-policies.js';
import { placeOf, runningLabels, runningPods } from '../places.js';
import type { ObjectRule } from '../rule.js';
import { isEmpty, readable, selectorAt } from '../selector.js';
import { deployment } from './examples.js';

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
  mend: 'Give podSelector the labels that the pods have on the cluster where they run',
  lists: ['kube-score/networkpolicy-targets-pod', 'kube-linter/dangling-networkpolicy'],
  kinds: ['NetworkPolicy'],
  check: (item, inventory) => {
    const selector = selectorAt(item.manifest, 'spec', 'podSelector');
    if (isEmpty(selector) || mayBeUnseen(inventory, item, selector)) return [];
    const index = runningPods(inventory);
    if (index.first(placeOf(item), selector)) return [];
    const given = readable(selector);
    const there = [...index.find(placeOf(item), {})].slice(0, 500);
    const known = there.map((workload) => readable({ matchLabels: runningLabels(workload) }));
    return [unknownName(`no pod has the labels ${given}`, given, known, networkPolicyTarget.mend)];
  },
  good: example('chess'),
  bad: example('ches'),
};
