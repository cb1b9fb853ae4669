import { groupOf } from '../../constructs/kube/manifest.js';
import type { ObjectRule } from '../engine/rule.js';
import { group, missing, unlisted } from './kustomization-files.js';

const example = (resource: string) => `# chess/kustomization.yaml
apiVersion: ${group}/v1beta1
kind: Kustomization
resources: [${resource}]
---
# chess/ServiceAccount.chess.yaml
apiVersion: v1
kind: ServiceAccount
metadata: { name: chess }`;

export const kustomizationResources: ObjectRule = {
  id: 'kustomization-resources',
  title: {
    en: 'A kustomization lists all the files beside it, and no others',
    fr: 'Une kustomization liste tous les fichiers à côté d’elle, et aucun autre',
  },
  why: {
    en: 'In a folder with a kustomization.yaml, Argo CD deploys only the files that it lists, and nothing at all if one of them does not exist.',
    fr: 'Dans un dossier avec un kustomization.yaml, Argo CD ne déploie que les fichiers qu’il liste, et rien du tout si l’un d’eux n’existe pas.',
  },
  fix: {
    en: 'List under resources the files that are beside it',
    fr: 'Listez sous resources les fichiers qui sont à côté d’elle',
  },
  kinds: ['Kustomization'],
  applies: ({ manifest }) => groupOf(manifest) === group,
  check: (item, inventory) => [...missing(item, inventory), ...unlisted(item, inventory)],
  good: example('ServiceAccount.chess.yaml'),
  bad: example('ServiceAccount.chess.yaml, Service.chess.yaml'),
  finds: ["it lists 'Service.chess.yaml', which does not exist"],
};
