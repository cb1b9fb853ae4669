import { groupOf } from '../../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../../constructs/kube/scope.js';
import { ownAnnotations } from '../../constructs/values/labels.js';
import { sourcesOf } from '../engine/application.js';
import type { Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project, unitObject } from '../examples/argocd-examples.js';
import { argoObjects, destinationOf, folderOf, folders, foldersOf, projects } from './argocd.js';
import { allowsKind } from './fence.js';

const crds = 'apiextensions.k8s.io';

/** The kinds, as `group/Kind`, that an Application says its chart brings. */
const providedBy = ({ manifest }: Item): string[] =>
  text(at(manifest, 'metadata', 'annotations', ownAnnotations.provides))
    .split(',')
    .filter(Boolean);

/** The clusters onto which something that no file shows may bring new kinds: a chart or a release, if its project lets it. */
const open = once((inventory) => {
  const found = new Set<string>();
  for (const item of argoObjects(inventory, 'Application')) {
    const fence = projects(inventory).get(text(at(item.manifest, 'spec', 'project')));
    if (providedBy(item).length > 0) continue; // it says what it brings
    const isUnseen =
      sourcesOf(item.manifest).some(({ path }) => !path.startsWith('dist/')) ||
      foldersOf(item).some((folder) =>
        folders(inventory)
          .get(folder)
          ?.some(({ manifest }) => manifest.kind === 'Kustomization'),
      );
    if (isUnseen && (!fence || allowsKind(fence, crds, 'CustomResourceDefinition', false)))
      found.add(folderOf(destinationOf(item, inventory).name));
  }
  return found;
});

/** What files, and charts that say so, bring to each cluster, as `cluster/group/Kind`. */
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

/** vcluster makes these kinds itself, for what it copies to the host and back. */
const ofVcluster = new Set(['snapshot.storage.k8s.io', 'metrics.k8s.io']);

export const operatorPresent: ObjectRule = {
  id: 'operator-present',
  title: 'Every custom resource is on a cluster that knows its kind',
  why: 'A virtual cluster does not know the kinds of the host: Argo CD cannot deploy the object, nor all that is with it.',
  fix: 'Move it to the host part of the app, or have the platform install the operator there',
  applies: (item, inventory) =>
    inventory.deploymentOf(item) !== undefined && !open(inventory).has(item.cluster),
  check: ({ manifest, cluster }, inventory) => {
    const group = groupOf(manifest);
    const isKnown =
      isBuiltInGroup(group) ||
      ofVcluster.has(group) ||
      group === 'kustomize.config.k8s.io' ||
      defined(inventory).has(`${cluster}/${group}/${manifest.kind}`);
    return isKnown ? [] : [`nothing brings ${manifest.kind} (${group}) to cluster '${cluster}'`];
  },
  good: `${project()}---\n${application()}---\n${unitObject()}`,
  bad: `${project()}---\n${application()}---\n${unitObject('Certificate', 'cert-manager.io/v1')}`,
};
