import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const noPrivilegeEscalation: PodRule = {
  id: 'no-privilege-escalation',
  title: {
    en: 'No program can get more rights than it was started with',
    fr: 'Aucun programme ne peut obtenir plus de droits qu’à son démarrage',
  },
  why: {
    en: 'With sudo or a setuid file in the image, an attacker in the container becomes root, unless the kernel is told to refuse.',
    fr: 'Avec sudo ou un fichier setuid de l’image, un attaquant dans le conteneur devient root, sauf si le noyau le refuse.',
  },
  fix: {
    en: 'Set allowPrivilegeEscalation: false in the securityContext of the container',
    fr: 'Mettez allowPrivilegeEscalation: false dans le securityContext du conteneur',
  },
  lists: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'pss/restricted/privilege-escalation',
    'nsa/C-0016',
  ],
  kinds: 'workloads',
  check: eachContainer(({ securityContext }) => {
    const allowed = securityContext?.allowPrivilegeEscalation;
    if (allowed === false) return undefined;
    return allowed
      ? { en: 'allows privilege escalation', fr: 'permet l’élévation de privilèges' }
      : { en: 'does not forbid privilege escalation', fr: 'n’interdit pas l’élévation de privilèges' };
  }),
  good: deployment({ container: 'securityContext: { allowPrivilegeEscalation: false }' }),
  bad: deployment({ container: 'securityContext: { readOnlyRootFilesystem: true }' }),
  finds: ["container 'chess' does not forbid privilege escalation"],
};
