import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const pullPolicy: PodRule = {
  id: 'pull-policy',
  title: {
    en: 'Pods of clubs ask the registry for their image at every start',
    fr: 'Les pods des clubs demandent leur image au registre à chaque démarrage',
  },
  why: {
    en: 'Otherwise a node gives an image that it has to any pod that names it: the private image of another club, or an old one.',
    fr: 'Sinon un nœud donne une image qu’il a déjà à tout pod qui la nomme : l’image privée d’un autre club, ou une ancienne.',
  },
  fix: {
    en: 'Set imagePullPolicy: Always; an image that the node has is not downloaded again',
    fr: 'Mettez imagePullPolicy: Always ; une image que le nœud a déjà n’est pas téléchargée de nouveau',
  },
  lists: ['kube-score/container-image-pull-policy', 'polaris/pullPolicyNotAlways'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: eachContainer(({ imagePullPolicy }) =>
    imagePullPolicy === 'Always'
      ? undefined
      : imagePullPolicy
        ? {
            en: `has imagePullPolicy ${imagePullPolicy}, not Always`,
            fr: `a l’imagePullPolicy ${imagePullPolicy}, et non Always`,
          }
        : { en: 'has no imagePullPolicy', fr: 'n’a pas d’imagePullPolicy' },
  ),
  good: deployment({ container: 'imagePullPolicy: Always' }),
  bad: deployment({ container: 'imagePullPolicy: IfNotPresent' }),
  finds: ["container 'chess' has imagePullPolicy IfNotPresent, not Always"],
};
