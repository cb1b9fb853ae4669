import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer, inForce } from '../facts/containers.js';

/** Numbers up to this may be users of the node. */
const highest = 10_000;

const ids = [
  ['runAsUser', { en: 'user', fr: 'utilisateur' }],
  ['runAsGroup', { en: 'group', fr: 'groupe' }],
] as const;

/** Both of these, or the only one. */
const and = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' and '),
  fr: texts.map(({ fr }) => fr).join(' et '),
});

export const highUserId: PodRule = {
  id: 'high-user-id',
  title: {
    en: 'Containers of clubs run as a user and group that the node does not use',
    fr: 'Les conteneurs des clubs ont un utilisateur et un groupe que le nœud n’utilise pas',
  },
  why: {
    en: 'The kernel knows users only by number: user 999 in a container has the rights of user 999 of the node, if the container is escaped.',
    fr: 'Le noyau ne connaît les utilisateurs que par leur numéro : l’utilisateur 999 d’un conteneur a les droits de l’utilisateur 999 du nœud, s’il sort du conteneur.',
  },
  fix: {
    en: `Give a user above ${highest}, or leave user out: the default is 10001`,
    fr: `Donnez un utilisateur au-dessus de ${highest}, ou retirez user : par défaut, c’est 10001`,
  },
  lists: ['kube-score/container-security-context-user-group-id'],
  kinds: 'workloads',
  applies: (item, inventory) => inventory.isClub(item),
  check: eachContainer((container, pod) => {
    const low = ids.flatMap(([key, word]): Text[] => {
      const id = inForce(container, pod, key);
      if (id === undefined || id === null) return [fill({ en: 'no <word>', fr: 'aucun <word>' }, { word })];
      return id > highest ? [] : [{ en: `${word.en} ${id}`, fr: `${word.fr} ${id}` }];
    });
    if (low.length === 0) return undefined;
    return fill({ en: 'runs with <low>', fr: 's’exécute avec <low>' }, { low: and(low) });
  }),
  good: deployment({ pod: 'securityContext: { runAsUser: 10001, runAsGroup: 10001 }' }),
  bad: deployment({ pod: 'securityContext: { runAsUser: 999, runAsGroup: 999 }' }),
  finds: ["container 'chess' runs with user 999 and group 999"],
};
