import { ownAnnotations } from '../../constructs/values/labels.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, list, text } from '../engine/untyped.js';

const claim = (answer: string): string => `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: chess, annotations: { ${annotation}: "${answer}" } }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;

const annotation = ownAnnotations.personalData;

export const personalData: ObjectRule = {
  id: 'personal-data',
  title: {
    en: 'Every volume of a club declares that it has no personal data',
    fr: 'Chaque volume d’un club déclare qu’il n’a pas de données personnelles',
  },
  why: {
    en: 'The platform may not keep data about people, such as lists of members, and only the club knows what it stores.',
    fr: 'La plateforme ne peut pas garder de données sur des personnes, comme des listes de membres, et seul le club sait ce qu’il garde.',
  },
  fix: {
    en: `Write personalData: false for the volume, if that is true: it becomes the annotation ${annotation}`,
    fr: `Écrivez personalData: false pour le volume, si c’est vrai : cela devient l’annotation ${annotation}`,
  },
  kinds: ['PersistentVolumeClaim', 'StatefulSet'],
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ manifest }) => {
    const isClaim = manifest.kind === 'PersistentVolumeClaim';
    const claims = isClaim ? [manifest] : list(at(manifest, 'spec', 'volumeClaimTemplates'));
    return claims.flatMap((each): Fault[] => {
      const name = text(at(each, 'metadata', 'name'));
      // Claim templates cannot be changed: a StatefulSet that already runs has the annotation on itself.
      const answer =
        text(at(each, 'metadata', 'annotations', annotation)) || manifest.metadata?.annotations?.[annotation];
      if (answer === 'false') return [];
      if (answer === 'true')
        return [
          {
            what: {
              en: `volume '${name}' has personal data`,
              fr: `le volume « ${name} » a des données personnelles`,
            },
            fix: {
              en: 'Keep them elsewhere: the platform forbids personal data',
              fr: 'Gardez-les ailleurs : la plateforme interdit les données personnelles',
            },
          },
        ];
      return [
        answer
          ? {
              en: `volume '${name}' has personalData '${answer}', which is neither true nor false`,
              fr: `le volume « ${name} » a personalData « ${answer} », qui n’est ni true ni false`,
            }
          : {
              en: `volume '${name}' does not declare whether it has personal data`,
              fr: `le volume « ${name} » ne déclare pas s’il a des données personnelles`,
            },
      ];
    });
  },
  good: claim('false'),
  bad: claim('true'),
  finds: ["volume 'chess' has personal data"],
};
