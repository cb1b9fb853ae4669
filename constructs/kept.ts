/** Annotations of what Argo CD leaves in place when it goes from `dist/`, or when its whole Application does. */
export const kept = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
