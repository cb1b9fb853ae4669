/** The pods of Argo Rollouts' controller, and its namespace, in every cluster. */
export const rolloutsController = {
  namespace: 'argo-rollouts',
  podLabels: { 'app.kubernetes.io/name': 'argo-rollouts' },
  /** The port on which they show what they count, and its name. */
  metrics: { port: 8090, name: 'metrics' },
};
