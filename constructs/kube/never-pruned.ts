/** Annotations of what Argo CD leaves in place when it goes from `dist/`, or when its whole Application does. */
export const kept = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  // What it leaves in place it would otherwise take for drift, and sync its Application every few seconds.
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
};
