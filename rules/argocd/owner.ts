import { nearestLabel } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { project } from '../examples/argocd-examples.js';
import { isArgo } from './argocd.js';

const plain = (name: string): string => nearestLabel(name).replaceAll('-', '');

export const owner: ObjectRule = {
  id: 'owner',
  title: {
    en: 'Every AppProject of a club names the club and its GitHub team',
    fr: 'Chaque AppProject d’un club nomme le club et son équipe GitHub',
  },
  why: {
    en: 'When an app fails at night, it must be known whom to call and who may read its logs.',
    fr: 'Quand une application tombe en panne la nuit, il faut savoir qui appeler et qui peut lire ses journaux.',
  },
  fix: {
    en: 'Give the name of the club, and its GitHub team as `organisation:team`',
    fr: 'Donnez le nom du club, et son équipe GitHub sous la forme `organisation:équipe`',
  },
  lists: ['kube-linter/required-label-owner'],
  kinds: ['AppProject'],
  applies: (item) => isArgo(item) && text(item.manifest, 'metadata', 'name').startsWith('club-'),
  check: ({ manifest }) => {
    const club = manifest.metadata.name.replace('club-', '');
    const description = text(at(manifest, 'spec', 'description'));
    const faults = list(at(manifest, 'spec', 'roles'))
      .filter(({ groups }) => !texts(groups).some((group) => group.includes(':')))
      .map(({ name }) => ({
        en: `its role '${text(name)}' has no GitHub team`,
        fr: `son rôle « ${text(name)} » n’a pas d’équipe GitHub`,
      }));
    if (plain(description).includes(plain(club))) return faults;
    const unnamed = {
      en: `its description '${description}' does not name the club '${club}'`,
      fr: `sa description « ${description} » ne nomme pas le club « ${club} »`,
    };
    return [unnamed, ...faults];
  },
  good: project('  roles: [{ name: members, groups: ["ChessClub:sre"] }]'),
  bad: project().replace('Apps of Chess', 'Apps'),
  finds: ["its description 'Apps' does not name the club 'chess'"],
};
