import { load } from 'js-yaml';
import { oneOf } from '../../names.js';
import type { Item } from '../inventory.js';
import { at, type Fields, fields, list, text } from '../loose.js';
import { isVirtual } from '../places.js';
import type { Fault, ObjectRule } from '../rule.js';

const modes = ['enforce', 'audit', 'warn'];
const levels = ['restricted', 'baseline', 'privileged'];
const because = 'cedille.club/privileged-because';
const label = (mode: string) => `pod-security.kubernetes.io/${mode}`;

const example = (level: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: chess-prod
  labels: { ${modes.map((mode) => `${label(mode)}: ${level}`).join(', ')} }`;

/** What a Namespace says, or a kustomization's patch of one. */
function namespacesIn({ manifest }: Item): readonly Fields[] {
  if (manifest.kind === 'Namespace') return [manifest];
  return list(manifest, 'patches').flatMap((each) => {
    try {
      const patch = load(text(each, 'patch'));
      return text(patch, 'kind') === 'Namespace' && !at(patch, '$patch') ? [fields(patch)] : [];
    } catch {
      return [];
    }
  });
}

function faultsOf(namespace: Fields, isClub: boolean): Fault[] {
  const labels = fields(namespace, 'metadata', 'labels');
  const faults: Fault[] = modes.flatMap((mode): Fault[] => {
    const level = labels[label(mode)];
    if (level === undefined) return [`it has no label ${label(mode)}`];
    if (levels.includes(String(level))) return [];
    return [{ what: `${label(mode)} is '${level}'`, mend: `Use ${oneOf(levels)}` }];
  });
  const level = labels[label('enforce')];
  if (isClub && typeof level === 'string' && levels.indexOf(level) > 0)
    faults.push({
      what: `it enforces '${level}' for a club's pods`,
      mend: `Label it with ${label('enforce')}: restricted`,
    });
  else if (level === 'privileged' && !text(namespace, 'metadata', 'annotations', because))
    faults.push({
      what: `'${text(namespace, 'metadata', 'name')}' is privileged and does not say why`,
      mend: `Say why in the annotation ${because}, as podSecurity in system/*.ts does`,
    });
  return faults;
}

export const podSecurityLabels: ObjectRule = {
  id: 'pod-security-labels',
  title: 'Each namespace says what its pods may do, and why if that is everything',
  why: 'Pod Security refuses pods that ask for too much, but only in namespaces that are labelled: in others a pod may take over its node.',
  mend: `Label it with ${oneOf(modes.map(label))}, all of the same level`,
  kinds: ['Namespace', 'Kustomization'],
  // All that virtual clusters hold is of clubs.
  check: (item, inventory) =>
    namespacesIn(item).flatMap((each) => faultsOf(each, isVirtual(item.cluster) || inventory.isClub(item))),
  good: example('restricted'),
  bad: example('privileged'),
};
