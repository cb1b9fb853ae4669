import { oneOf } from '../../constructs/values/names.js';
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
  title: 'Each namespace says what its pods may do, and why if that is everything',
  why: 'Pod Security refuses pods that ask for too much, but only in namespaces that are labelled: in others a pod may take over its node.',
  fix: `Label it with ${oneOf(modes.map(label))}, all of the same level`,
  kinds: ['Namespace', 'Kustomization'],
  // All that virtual clusters hold is of clubs.
  check: (item, inventory) =>
    namespacesIn(item).flatMap((each) => faultsOf(each, isVirtual(item.cluster) || inventory.isClub(item))),
  good: example('restricted'),
  bad: example('privileged'),
};
