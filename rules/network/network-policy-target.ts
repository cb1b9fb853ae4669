import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { isVirtual, placeOf, runningLabels, runningPods } from '../facts/location.js';
import { mayBeUnseen } from '../facts/network-policies.js';
import { isEmpty, noPodHas, readable, selectorAt } from '../facts/selector.js';

/** Pods of a virtual cluster run on the host, where its NetworkPolicies do not apply. */
const inside = {
  what: {
    en: 'it is in a virtual cluster, where no pod runs',
    fr: 'elle est dans un cluster virtuel, où aucun pod ne tourne',
  },
  fix: {
    en: 'Write it in namespace vcluster-<cluster> of the host, with the labels that pods have there',
    fr: 'Écrivez-la dans le namespace vcluster-<cluster> de l’hôte, avec les labels que les pods y ont',
  },
};

const example = (app: string) => `${deployment({})}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: chess }
spec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Ingress, Egress] }`;

export const networkPolicyTarget: ObjectRule = {
  id: 'network-policy-target',
  title: {
    en: 'A NetworkPolicy selects pods that exist',
    fr: 'Une NetworkPolicy sélectionne des pods qui existent',
  },
  why: {
    en: 'A NetworkPolicy that selects no pod protects nothing, and the pods that it was meant for stay open to everybody.',
    fr: 'Une NetworkPolicy qui ne sélectionne aucun pod ne protège rien, et les pods auxquels elle était destinée restent ouverts à tous.',
  },
  fix: {
    en: 'Give podSelector the labels that the pods have on the cluster where they run',
    fr: 'Donnez à podSelector les labels que les pods ont sur le cluster où ils tournent',
  },
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
    return [unknownName(noPodHas(given), given, known, networkPolicyTarget.fix)];
  },
  good: example('chess'),
  bad: example('ches'),
  finds: ['no pod has the labels app=ches'],
};
