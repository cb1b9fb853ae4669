import { compare } from '../../../commands/diff/changes.js';
import { type Finding, judge } from '../../../commands/diff/judge.js';
import type { Tree } from '../../../commands/diff/trees.js';

/** What lies in which file of a `dist/`. */
export type Files = Readonly<Record<string, string>>;

/** An Application of Argo CD for the unit `<cluster>/<unit>`. */
export const application = (
  unit: string,
  props: { project?: string; namespace?: string; name?: string } = {},
) => {
  const [cluster, folder] = unit.split('/');
  const { project = 'platform', namespace = `${folder}-${cluster}`, name = `${cluster}-${folder}` } = props;
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd, labels: { cedille.club/cluster: ${cluster} }, finalizers: [resources-finalizer.argocd.argoproj.io] }
spec:
  destination: { name: ${cluster === 'host' ? 'in-cluster' : cluster}, namespace: ${namespace} }
  project: ${project}
  source: { path: dist/${unit}, repoURL: https://example.com/platform.git, targetRevision: main }
  syncPolicy: { automated: { prune: true, selfHeal: true } }
`;
};

/** A `dist/` with these files, and an Application for each of these units. */
export const tree = (files: Files, units: readonly string[] = ['prod/chess']): Tree =>
  new Map([
    ...units.map((unit) => [`argocd/Application.${unit.replace('/', '-')}.yaml`, application(unit)] as const),
    ...Object.entries(files),
  ]);

/** A change of the file `path`, whose unit stays; without `before` it is new, without `after` it goes. */
export function findings(path: string, before?: string, after?: string): Finding[] {
  const unit = path.split('/').slice(0, 2).join('/');
  const units = /^(argocd|omni)\/|^root/.test(path) ? [] : [unit];
  const side = (text: string | undefined) => tree(text === undefined ? {} : { [path]: text }, units);
  return judge(compare(side(before), side(after))).flatMap((change) => change.findings);
}
