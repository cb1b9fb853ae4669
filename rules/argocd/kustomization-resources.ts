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
  title: 'A kustomization lists the files beside it, all of them and no others',
  why: 'Where there is a kustomization.yaml Argo CD deploys what it lists and nothing else, and nothing at all if a file of it is missing.',
  fix: 'List under resources the files that are beside it',
  kinds: ['Kustomization'],
  applies: ({ manifest }) => groupOf(manifest) === group,
  check: (item, inventory) => [...missing(item, inventory), ...unlisted(item, inventory)],
  good: example('ServiceAccount.chess.yaml'),
  bad: example('ServiceAccount.ches.yaml'),
};
