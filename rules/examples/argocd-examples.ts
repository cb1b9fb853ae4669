/** The YAML of the AppProject of a club, with further fields of its spec. */
export const project = (spec = ''): string => `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: club-chess, namespace: argocd }
spec:
  description: Apps of Chess
  sourceRepos: ['https://github.com/ClubCedille/Plateforme-Cedille.git']
  destinations: [{ name: prod, namespace: chess-prod }]
  clusterResourceWhitelist: []
${spec || `  namespaceResourceBlacklist: [{ group: argoproj.io, kind: App* }]`}
`;

/** The YAML of the Application of folder `prod/chess`. */
export const application = (): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: prod-chess
  namespace: argocd
  annotations:
    argocd.argoproj.io/manifest-generate-paths: /dist/prod/chess
    argocd.argoproj.io/sync-wave: "10"
  finalizers: [resources-finalizer.argocd.argoproj.io]
spec:
  project: club-chess
  destination: { name: prod, namespace: chess-prod }
  source: { repoURL: 'https://github.com/ClubCedille/Plateforme-Cedille.git', path: dist/prod/chess }
  syncPolicy:
    automated: { prune: true, selfHeal: true }
    retry: { limit: 5 }
`;

/** The YAML of an object in that folder. */
export const unitObject = (kind = 'ConfigMap', apiVersion = 'v1'): string =>
  `# prod/chess/${kind}.chess.yaml\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: chess }\n`;

/** The YAML that registers the cluster `prod` with Argo CD. */
export const registration = (): string => `apiVersion: cluster.argocd.crossplane.io/v1alpha1
kind: Cluster
metadata: { name: prod }
spec: { forProvider: { name: prod, server: 'https://prod.vcluster-prod.svc' } }
`;
