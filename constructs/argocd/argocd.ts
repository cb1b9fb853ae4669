/** Where Argo CD finds this repository. */
export interface GitSource {
  /** The repository's address, in one form everywhere. */
  readonly repository: string;
  /** The branch whose `dist/` is deployed. */
  readonly revision: string;
}

/** The namespace that Argo CD watches for Applications and AppProjects. */
export const argocdNamespace = 'argocd';

/** Deleting an Application deletes what it deployed. */
export const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** How every Application of the platform syncs: by itself, undoing what was changed or left behind by hand. */
export const syncPolicy = (options: readonly string[] = []) => ({
  automated: { prune: true, selfHeal: true },
  syncOptions: options.length > 0 ? [...options] : undefined,
  retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
});
