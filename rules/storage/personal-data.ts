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
  title: 'Every volume of a club says that it holds no personal data',
  why: 'The platform may not keep what is about people, such as lists of members, and only the club knows what it stores.',
  fix: `Say personalData: false of the volume once you know, which becomes the annotation ${annotation}`,
  kinds: ['PersistentVolumeClaim', 'StatefulSet'],
  applies: (item, inventory) => inventory.isClub(item),
  check: ({ manifest }) => {
    const isClaim = manifest.kind === 'PersistentVolumeClaim';
    const claims = isClaim ? [manifest] : list(at(manifest, 'spec', 'volumeClaimTemplates'));
    return claims.flatMap((each): Fault[] => {
      const name = text(at(each, 'metadata', 'name'));
      // Claim templates cannot be changed: those of a StatefulSet that runs may say it beside them.
      const answer =
        text(at(each, 'metadata', 'annotations', annotation)) || manifest.metadata?.annotations?.[annotation];
      if (answer === 'false') return [];
      if (answer === 'true')
        return [
          {
            what: `volume '${name}' holds personal data`,
            fix: 'Keep it elsewhere: the platform forbids it',
          },
        ];
      return [
        answer ? `volume '${name}' says '${answer}'` : `volume '${name}' does not say whether it holds any`,
      ];
    });
  },
  good: claim('false'),
  bad: claim('true'),
};
