/** The pods of Argo Rollouts' controller, and its namespace, in every cluster. */
export const rolloutsController = {
  namespace: 'argo-rollouts',
  podLabels: { 'app.kubernetes.io/name': 'argo-rollouts' },
};
