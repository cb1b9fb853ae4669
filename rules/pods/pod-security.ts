import { load } from 'js-yaml';
import { ownAnnotations } from '../../constructs/values/labels.js';
import { oneOf } from '../../constructs/values/names.js';
import type { Item } from '../engine/inventory.js';
import type { Fault } from '../engine/rule.js';
import { at, type Fields, fields, list, text } from '../engine/untyped.js';

/** The labels' last parts: what Pod Security does about a level. */
export const modes = ['enforce', 'audit', 'warn'];
const levels = ['restricted', 'baseline', 'privileged'];
const because = ownAnnotations.privilegedBecause;

/** The label by which a namespace says its level. */
export const label = (mode: string) => `pod-security.kubernetes.io/${mode}`;

/** What a Namespace says, or a kustomization's patch of one. */
export function namespacesIn({ manifest }: Item): readonly Fields[] {
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

/** What is wrong with the levels of a namespace. */
export function faultsOf(namespace: Fields, isClub: boolean): Fault[] {
  const labels = fields(namespace, 'metadata', 'labels');
  const faults: Fault[] = modes.flatMap((mode): Fault[] => {
    const level = labels[label(mode)];
    if (level === undefined) return [`it has no label ${label(mode)}`];
    if (levels.includes(String(level))) return [];
    return [{ what: `${label(mode)} is '${level}'`, fix: `Use ${oneOf(levels)}` }];
  });
  const level = labels[label('enforce')];
  if (isClub && typeof level === 'string' && levels.indexOf(level) > 0)
    faults.push({
      what: `it enforces '${level}' for a club's pods`,
      fix: `Label it with ${label('enforce')}: restricted`,
    });
  else if (level === 'privileged' && !text(namespace, 'metadata', 'annotations', because))
    faults.push({
      what: `'${text(namespace, 'metadata', 'name')}' is privileged and does not say why`,
      fix: `Say why in the annotation ${because}, as podSecurity in system/*.ts does`,
    });
  return faults;
}
