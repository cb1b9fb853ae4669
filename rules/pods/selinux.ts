import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { securityContexts } from './security-contexts.js';

const types = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

const labelFault = (who: Text, part: string | Text, given: unknown): Text =>
  fill(
    { en: '<who> has the SELinux <part> <given>', fr: '<who> a comme <part> SELinux <given>' },
    { who, part, given: String(given) },
  );

export const selinux: PodRule = {
  id: 'selinux',
  title: {
    en: 'No pod sets an SELinux label that lets it out of its container',
    fr: 'Aucun pod ne choisit un label SELinux qui le laisse sortir de son conteneur',
  },
  why: {
    en: 'On nodes with SELinux the label decides what a program may reach: a type like spc_t is for programs outside of containers.',
    fr: 'Sur les nœuds qui ont SELinux, le label décide de ce qu’un programme peut atteindre : un type comme spc_t est celui des programmes hors des conteneurs.',
  },
  fix: fill(
    {
      en: 'Remove seLinuxOptions, or give only a type: <types>',
      fr: 'Retirez seLinuxOptions, ou donnez seulement un type : <types>',
    },
    { types },
  ),
  lists: ['pss/baseline/selinux'],
  kinds: 'workloads',
  check: ({ pod }) =>
    securityContexts(pod).flatMap(({ who, says }) => {
      const { type, user, role } = says.seLinuxOptions ?? {};
      return [
        ...(type && !types.includes(type) ? [labelFault(who, 'type', type)] : []),
        ...(user ? [labelFault(who, { en: 'user', fr: 'utilisateur' }, user)] : []),
        ...(role ? [labelFault(who, { en: 'role', fr: 'rôle' }, role)] : []),
      ];
    }),
  good: deployment({ pod: 'securityContext: { seLinuxOptions: { type: container_t } }' }),
  bad: deployment({ pod: 'securityContext: { seLinuxOptions: { type: spc_t } }' }),
  finds: ['the pod has the SELinux type spc_t'],
};
