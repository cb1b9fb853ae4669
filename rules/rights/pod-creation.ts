import type { ObjectRule } from '../engine/rule.js';
import { granted, isRbac, rightsOf, role, roleKinds } from './rights.js';

export const podCreation: ObjectRule = {
  id: 'pod-creation',
  title: { en: 'No role allows creating pods', fr: 'Aucun rôle ne permet de créer des pods' },
  why: {
    en: 'An account that may create a pod may mount every secret and use every service account of its namespace.',
    fr: 'Un compte qui peut créer un pod peut monter tous les secrets et utiliser tous les comptes de service de son namespace.',
  },
  fix: {
    en: 'Deploy pods from git; a program of the platform that must create pods is exempted, with its reason',
    fr: 'Déployez les pods depuis git ; un programme de la plateforme qui doit créer des pods est exempté, avec sa raison',
  },
  lists: ['kube-linter/access-to-create-pods'],
  kinds: roleKinds,
  applies: isRbac,
  check: (item) =>
    rightsOf(item)
      .flatMap((right) => granted(right, '', 'pods', ['create']))
      .map((verb) => ({ en: `it allows '${verb}' on pods`, fr: `il permet « ${verb} » sur les pods` })),
  good: role('pods', 'get'),
  bad: role('pods', 'create'),
  finds: ["it allows 'create' on pods"],
};
