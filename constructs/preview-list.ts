import type { Platform } from './platform.js';
import type { Preview } from './preview.js';
import type { Project } from './project.js';

/** All that an app consists of that may be previewed. */
const kinds = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'Service' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'apps', kind: 'Deployment' },
  { group: 'networking.k8s.io', kind: 'Ingress' },
];

/** The apps of a platform that are previewed, and the fences around their previews. */
export class PreviewList {
  private readonly previews: Preview[] = [];

  constructor(
    private readonly platform: Platform,
    /** What hosts of previews lie below; empty if the platform has none. */
    readonly domain: string,
  ) {}

  /** All previewed apps, in the order of declaration. */
  get all(): readonly Preview[] {
    return this.previews;
  }

  /** The fence around the previewed apps: what they consist of, and no kind of the whole cluster. */
  get project(): Project {
    return this.platform.project('previews', {
      description: 'Previews of pull requests',
      namespacedKinds: kinds,
    });
  }

  /** The fence around their namespaces. */
  get roomProject(): Project {
    return this.platform.project('preview-rooms', {
      description: 'Namespaces of previews, and what may be in them',
      clusterKinds: [{ group: '', kind: 'Namespace' }],
      namespacedKinds: ['LimitRange', 'ResourceQuota'].map((kind) => ({ group: '', kind })),
    });
  }

  /** Takes in a previewed app: the fences open for `<app>-pr-*` on its cluster. */
  add(preview: Preview): void {
    this.previews.push(preview);
    const destination = { name: preview.cluster.destination, namespace: `${preview.app}-pr-*` };
    for (const project of [this.project, this.roomProject]) project.reach(destination);
  }
}
