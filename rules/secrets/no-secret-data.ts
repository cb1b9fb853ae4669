import { groupOf } from '../../constructs/kube/manifest.js';
import type { ObjectRule } from '../engine/rule.js';
import { entries } from '../engine/untyped.js';

const secret = (data: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: chess }\n${data}\n`;

export const noSecretData: ObjectRule = {
  id: 'no-secret-data',
  title: {
    en: 'No Secret with data is written into git',
    fr: 'Aucun Secret avec des données n’est écrit dans git',
  },
  why: {
    en: 'The data of a Secret are not encrypted, only encoded as base64, and everybody can read the repository.',
    fr: 'Les données d’un Secret ne sont pas chiffrées, seulement encodées en base64, et tout le monde peut lire le dépôt.',
  },
  fix: {
    en: 'Put it into Vault and name it in secrets; a system service copies it with a VaultSecret',
    fr: 'Mettez-le dans Vault et nommez-le dans secrets ; un service système le copie avec un VaultSecret',
  },
  lists: ['nsa/C-0012'],
  kinds: ['Secret'],
  applies: ({ manifest }) => groupOf(manifest) === '',
  check: ({ manifest }) =>
    ['data', 'stringData'].flatMap((field) => {
      const keys = entries(manifest[field]).map(([key]) => key);
      if (keys.length === 0) return [];
      return [
        {
          en: `the Secret has ${field}: ${keys.join(', ')}`,
          fr: `le Secret a ${field} : ${keys.join(', ')}`,
        },
      ];
    }),
  good: secret('type: Opaque'),
  bad: secret('stringData: { colour: white }'),
  finds: ['the Secret has stringData: colour'],
};
