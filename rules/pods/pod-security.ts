import { load } from 'js-yaml';
import { fill } from '../../constructs/refusals/text.js';
import { ownAnnotations } from '../../constructs/values/labels.js';
import type { Item } from '../engine/inventory.js';
import type { Fault } from '../engine/rule.js';
import { at, type Fields, fields, list, text } from '../engine/untyped.js';

/** The last parts of its labels: what Pod Security does when a pod breaks the level. */
export const modes = ['enforce', 'audit', 'warn'];
const levels = ['restricted', 'baseline', 'privileged'];
const because = ownAnnotations.privilegedBecause;

/** The label that sets the level of a namespace. */
export const label = (mode: string) => `pod-security.kubernetes.io/${mode}`;

/** A Namespace, or the patches of Namespaces in a kustomization. */
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
    if (level === undefined)
      return [{ en: `it has no label ${label(mode)}`, fr: `il n’a pas le label ${label(mode)}` }];
    if (levels.includes(String(level))) return [];
    return [
      {
        what: {
          en: `${label(mode)} is '${level}', which is not a level of Pod Security`,
          fr: `${label(mode)} vaut « ${level} », qui n’est pas un niveau de Pod Security`,
        },
        fix: fill({ en: 'Use <levels>', fr: 'Utilisez <levels>' }, { levels }),
      },
    ];
  });
  const level = labels[label('enforce')];
  if (isClub && typeof level === 'string' && levels.indexOf(level) > 0)
    faults.push({
      what: {
        en: `it enforces '${level}' for pods of a club, not 'restricted'`,
        fr: `il impose « ${level} » aux pods d’un club, et non « restricted »`,
      },
      fix: {
        en: `Write the label ${label('enforce')}: restricted`,
        fr: `Écrivez le label ${label('enforce')}: restricted`,
      },
    });
  else if (level === 'privileged' && !text(namespace, 'metadata', 'annotations', because)) {
    const name = text(namespace, 'metadata', 'name');
    faults.push({
      what: {
        en: `namespace '${name}' is privileged and gives no reason`,
        fr: `le namespace « ${name} » est privilégié et ne donne pas de raison`,
      },
      fix: {
        en: `Give the reason in the annotation ${because}, as podSecurity in system/*.ts does`,
        fr: `Donnez la raison dans l’annotation ${because}, comme le fait podSecurity dans system/*.ts`,
      },
    });
  }
  return faults;
}
