import { nearestLabel } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { project } from '../examples/argocd-examples.js';
import { isArgo } from './argocd.js';

const plain = (name: string): string => nearestLabel(name).replaceAll('-', '');

export const owner: ObjectRule = {
  id: 'owner',
  title: 'Every project of a club says whose it is',
  why: 'When an app breaks at night, somebody has to know whom to call and who may look at its logs.',
  fix: 'Give the name of the club, and its GitHub team as `organisation:team`',
  lists: ['kube-linter/required-label-owner'],
  kinds: ['AppProject'],
  applies: (item) => isArgo(item) && text(item.manifest, 'metadata', 'name').startsWith('club-'),
  check: ({ manifest }) => {
    const club = manifest.metadata.name.replace('club-', '');
    const description = text(at(manifest, 'spec', 'description'));
    const faults = list(at(manifest, 'spec', 'roles'))
      .filter(({ groups }) => !texts(groups).some((group) => group.includes(':')))
      .map(({ name }) => `its role '${text(name)}' is of no GitHub team`);
    return plain(description).includes(plain(club))
      ? faults
      : [`its description '${description}' does not name the club '${club}'`, ...faults];
  },
  good: project('  roles: [{ name: members, groups: ["ChessClub:sre"] }]'),
  bad: project().replace('Apps of Chess', 'Apps'),
};
