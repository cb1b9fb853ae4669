import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project } from '../examples/argocd-examples.js';
import { isArgo, projects } from './argocd.js';

export const applicationProject: ObjectRule = {
  id: 'application-project',
  title: {
    en: 'Every Application has an AppProject that exists and is not the default one',
    fr: 'Chaque Application a un AppProject qui existe et qui n’est pas celui par défaut',
  },
  why: {
    en: 'Argo CD does not sync an Application whose project is missing, and the project `default` restricts nothing.',
    fr: 'Argo CD ne synchronise pas une Application dont le projet n’existe pas, et le projet `default` ne restreint rien.',
  },
  fix: { en: 'Give it a project of the platform', fr: 'Donnez-lui un projet de la plateforme' },
  kinds: ['Application'],
  applies: isArgo,
  check: ({ manifest }, inventory) => {
    const name = text(at(manifest, 'spec', 'project'));
    if (name === '' || name === 'default')
      return [
        {
          en: `its project is '${name || 'default'}', which restricts nothing`,
          fr: `son projet est « ${name || 'default'} », qui ne restreint rien`,
        },
      ];
    const known = projects(inventory);
    if (known.size === 0 || known.has(name)) return [];
    const what = { en: `its project '${name}' does not exist`, fr: `son projet « ${name} » n’existe pas` };
    return [unknownName(what, name, known.keys(), applicationProject.fix)];
  },
  good: `${project()}---\n${application()}`,
  bad: `${project()}---\n${application().replace('project: club-chess', 'project: club-ches')}`,
  finds: ["its project 'club-ches' does not exist"],
};
