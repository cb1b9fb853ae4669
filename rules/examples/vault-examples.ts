const operator = 'apiVersion: redhatcop.redhat.io/v1alpha1';
const application = (cluster: string, unit: string, project: string, namespace: string): string => `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${cluster}-${unit} }
spec:
  project: ${project}
  destination: { namespace: ${namespace} }
  source: { path: dist/${cluster}/${unit} }
`;

/** The YAML of a policy of app `chess` in prod. */
export const policy = (path = 'kv/data/apps/chess/prod/api', name = 'chess-prod'): string => `---
# host/chess-prod/Policy.chess-prod.yaml
${operator}
kind: Policy
metadata: { name: ${name}, namespace: vault }
spec: { policy: "path \\"${path}\\" { capabilities = [\\"read\\"] }" }
`;

/** The YAML of the role by which its program logs in. */
export const role = (account = 'chess-x-chess-prod-x-prod'): string => `---
# host/chess-prod/KubernetesAuthEngineRole.chess-prod.yaml
${operator}
kind: KubernetesAuthEngineRole
metadata: { name: chess-prod, namespace: vault }
spec:
  policies: [chess-prod]
  targetNamespaces: { targetNamespaces: [vcluster-prod] }
  targetServiceAccounts: [${account}]
`;

/** The YAML of the class that says what to fetch for it. */
export const secretClass = (path = 'kv/data/apps/chess/prod/api'): string => `---
# host/chess-prod/SecretProviderClass.chess-prod.yaml
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: { name: chess-prod }
spec:
  provider: vault
  parameters:
    roleName: chess-prod
    objects: "[{ objectName: KEY, secretKey: KEY, secretPath: ${path} }]"
`;

/** The YAML of a secret that Vault makes up. */
export const randomSecret = (path = 'kv/data/apps/chess/prod'): string => `---
# host/chess-prod/RandomSecret.chess-prod-api.yaml
${operator}
kind: RandomSecret
metadata: { name: chess-prod-api }
spec: { name: api, path: ${path}, authentication: { role: chess-prod } }
`;

/** The YAML of the two Applications of the app, of its service account and of its program. */
export const app = (account = 'chess'): string => `---
# host/vcluster-prod/Namespace.vcluster-prod.yaml
apiVersion: v1
kind: Namespace
metadata: { name: vcluster-prod }
---
# prod/chess/ServiceAccount.chess.yaml
apiVersion: v1
kind: ServiceAccount
metadata: { name: chess }
---
# prod/chess/Deployment.chess.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: chess }
spec:
  template:
    spec:
      serviceAccountName: ${account}
      containers: []
      volumes:
        - name: secrets
          csi: { driver: secrets-store.csi.k8s.io, volumeAttributes: { secretProviderClass: chess-prod } }
${application('prod', 'chess', 'club-chess', 'chess-prod')}${application('host', 'vcluster-prod', 'platform', 'vcluster-prod')}${application('host', 'chess-prod', 'host-parts', 'vcluster-prod')}`;
