import { oneOf, suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project } from '../examples/argocd-examples.js';
import { isArgo, projects } from './argocd.js';

export const applicationProject: ObjectRule = {
  id: 'application-project',
  title: 'Every Application is inside a fence that exists',
  why: 'Argo CD syncs no Application whose project is missing, and the project `default` fences nothing in.',
  fix: 'Give the unit a project of the platform',
  kinds: ['Application'],
  applies: isArgo,
  check: ({ manifest }, inventory) => {
    const name = text(at(manifest, 'spec', 'project'));
    if (name === '' || name === 'default')
      return [`its project is '${name || 'default'}', which is no fence`];
    const known = projects(inventory);
    if (known.size === 0 || known.has(name)) return [];
    const near = suggest(name, known.keys());
    const fix = near ? `Did you mean ${near}?` : `Projects are ${oneOf(known.keys())}`;
    return [{ what: `its project '${name}' does not exist`, fix }];
  },
  good: `${project()}---\n${application()}`,
  bad: `${project()}---\n${application().replace('project: club-chess', 'project: club-ches')}`,
};
