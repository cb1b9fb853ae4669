/** The YAML of the Application that deploys a folder `<cluster>/<unit>`, for the examples of rules. */
export const application = (folder: string, namespace: string, project = 'club-chess'): string =>
  `# argocd/Application.${folder.replace('/', '-')}.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${folder.replace('/', '-')}
  namespace: argocd
  labels: { cedille.club/cluster: ${folder.split('/')[0]} }
spec:
  project: ${project}
  destination: { name: ${folder.split('/')[0]}, namespace: ${namespace} }
  source: { repoURL: https://github.com/ClubCedille/Plateforme-Cedille.git, path: dist/${folder} }
`;
