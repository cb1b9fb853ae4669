import { groupOf } from '../../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../../constructs/kube/scope.js';
import { ownAnnotations } from '../../constructs/values/labels.js';
import { sourcesOf } from '../engine/application.js';
import type { Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project as exampleProject, unitObject } from '../examples/argocd-examples.js';
import { allowsKind } from './app-project.js';
import { argoObjects, destinationOf, folderOf, folders, foldersOf, projects } from './argocd.js';

const crds = 'apiextensions.k8s.io';

/** The kinds, as `group/Kind`, that the chart of an Application installs, as an annotation says. */
const providedBy = ({ manifest }: Item): string[] =>
  text(at(manifest, 'metadata', 'annotations', ownAnnotations.provides))
    .split(',')
    .filter(Boolean);

/** The clusters where a chart or release may install CRDs that no file shows, because its AppProject allows it. */
const mayHaveOthers = once((inventory) => {
  const found = new Set<string>();
  for (const item of argoObjects(inventory, 'Application')) {
    const project = projects(inventory).get(text(at(item.manifest, 'spec', 'project')));
    if (providedBy(item).length > 0) continue; // its annotation says which
    const isUnseen =
      sourcesOf(item.manifest).some(({ path }) => !path.startsWith('dist/')) ||
      foldersOf(item).some((folder) =>
        folders(inventory)
          .get(folder)
          ?.some(({ manifest }) => manifest.kind === 'Kustomization'),
      );
    if (isUnseen && (!project || allowsKind(project, crds, 'CustomResourceDefinition', false)))
      found.add(folderOf(destinationOf(item, inventory).name));
  }
  return found;
});

/** The kinds that files, and annotations of charts, add to each cluster, as `cluster/group/Kind`. */
const defined = once(
  (inventory) =>
    new Set([
      ...inventory.ofKind('CustomResourceDefinition').map(({ cluster, manifest: { spec } }) => {
        return `${cluster}/${text(at(spec, 'group'))}/${text(at(spec, 'names', 'kind'))}`;
      }),
      ...argoObjects(inventory, 'Application').flatMap((item) =>
        providedBy(item).map((kind) => `${folderOf(destinationOf(item, inventory).name)}/${kind}`),
      ),
    ]),
);

/** The groups whose CRDs vcluster installs itself, for what it copies to and from the host. */
const ofVcluster = new Set(['snapshot.storage.k8s.io', 'metrics.k8s.io']);

export const operatorPresent: ObjectRule = {
  id: 'operator-present',
  title: {
    en: 'The cluster of every custom resource has the CRD of its kind',
    fr: 'Le cluster de chaque ressource personnalisée a la CRD de son type',
  },
  why: {
    en: 'A virtual cluster does not have the CRDs of the host: Argo CD can deploy neither the object nor the rest of its Application.',
    fr: 'Un cluster virtuel n’a pas les CRD de l’hôte : Argo CD ne peut déployer ni l’objet ni le reste de son Application.',
  },
  fix: {
    en: 'Move it to the host part of the app, or have the platform install the operator on that cluster',
    fr: 'Déplacez-le dans la partie hôte de l’application, ou faites installer l’opérateur sur ce cluster par la plateforme',
  },
  applies: (item, inventory) =>
    inventory.deploymentOf(item) !== undefined && !mayHaveOthers(inventory).has(item.cluster),
  check: ({ manifest, cluster }, inventory) => {
    const group = groupOf(manifest);
    const isKnown =
      isBuiltInGroup(group) ||
      ofVcluster.has(group) ||
      group === 'kustomize.config.k8s.io' ||
      defined(inventory).has(`${cluster}/${group}/${manifest.kind}`);
    if (isKnown) return [];
    return [
      {
        en: `cluster '${cluster}' has no CRD for ${manifest.kind} (${group})`,
        fr: `le cluster « ${cluster} » n’a pas de CRD pour ${manifest.kind} (${group})`,
      },
    ];
  },
  good: `${exampleProject()}---\n${application()}---\n${unitObject()}`,
  bad: `${exampleProject()}---\n${application()}---\n${unitObject('Certificate', 'cert-manager.io/v1')}`,
  finds: ["cluster 'prod' has no CRD for Certificate (cert-manager.io)"],
};
