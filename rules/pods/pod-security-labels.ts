import type { ObjectRule } from '../engine/rule.js';
import { isVirtual } from '../facts/location.js';
import { faultsOf, label, modes, namespacesIn } from './pod-security.js';

const example = (level: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: chess-prod
  labels: { ${modes.map((mode) => `${label(mode)}: ${level}`).join(', ')} }`;

export const podSecurityLabels: ObjectRule = {
  id: 'pod-security-labels',
  title: {
    en: 'Each namespace has the labels of Pod Security, and a reason if it is privileged',
    fr: 'Chaque namespace a les labels de Pod Security, et une raison s’il est privilégié',
  },
  why: {
    en: 'Pod Security refuses dangerous pods only in namespaces that have its labels: in others a pod may take over its node.',
    fr: 'Pod Security ne refuse les pods dangereux que dans les namespaces qui ont ses labels : ailleurs, un pod peut prendre le contrôle de son nœud.',
  },
  fix: {
    en: `Give it the labels ${modes.map(label).join(', ')}, with the same level in each`,
    fr: `Donnez-lui les labels ${modes.map(label).join(', ')}, avec le même niveau dans chacun`,
  },
  kinds: ['Namespace', 'Kustomization'],
  // Virtual clusters run nothing but apps of clubs.
  check: (item, inventory) =>
    namespacesIn(item).flatMap((each) => faultsOf(each, isVirtual(item.cluster) || inventory.isClub(item))),
  good: example('restricted'),
  bad: example('privileged'),
  finds: ["it enforces 'privileged' for pods of a club, not 'restricted'"],
};
