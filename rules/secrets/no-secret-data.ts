import { groupOf } from '../../constructs/kube/manifest.js';
import type { ObjectRule } from '../engine/rule.js';
import { entries } from '../engine/untyped.js';

const secret = (data: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: chess }\n${data}\n`;

export const noSecretData: ObjectRule = {
  id: 'no-secret-data',
  title: 'No Secret with content is written into git',
  why: 'A Secret is not encrypted, only written in base64, and everybody can read the repository.',
  fix: 'Put it into Vault and name it in secrets; a system service copies it by a VaultSecret',
  lists: ['nsa/C-0012'],
  kinds: ['Secret'],
  applies: ({ manifest }) => groupOf(manifest) === '',
  check: ({ manifest }) =>
    ['data', 'stringData'].flatMap((field) => {
      const keys = entries(manifest[field]).map(([key]) => `'${key}'`);
      return keys.length > 0 ? [`its ${field} holds ${keys.join(', ')}`] : [];
    }),
  good: secret('type: Opaque'),
  bad: secret('stringData: { colour: white }'),
};
