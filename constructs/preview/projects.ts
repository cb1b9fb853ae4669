import type { Project } from '../argocd/project.js';
import type { Platform } from '../platform/platform.js';

/** All that an app consists of that may be previewed. */
const kinds = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'Service' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'apps', kind: 'Deployment' },
  { group: 'networking.k8s.io', kind: 'Ingress' },
];

/** The project of previewed apps: what they consist of, and no cluster-scoped kind. */
export const previewProject = (platform: Platform): Project =>
  platform.project('previews', { description: 'Previews of pull requests', namespacedKinds: kinds });

/** The project of the namespaces of previews. */
export const previewNamespaceProject = (platform: Platform): Project =>
  platform.project('preview-rooms', {
    description: 'Namespaces of previews, and what may be in them',
    clusterKinds: [{ group: '', kind: 'Namespace' }],
    namespacedKinds: ['LimitRange', 'ResourceQuota'].map((kind) => ({ group: '', kind })),
  });
