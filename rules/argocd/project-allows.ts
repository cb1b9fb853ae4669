import { groupOf } from '../../constructs/kube/manifest.js';
import { oneOf } from '../../constructs/values/names.js';
import { sourcesOf } from '../engine/application.js';
import type { Inventory, Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project, unitObject } from '../examples/argocd-examples.js';
import { destinationOf, fenceTexts, folders, foldersOf, isArgo, projects } from './argocd.js';
import { allowsDestination, allowsKind, allowsSource } from './fence.js';

/** What an Application deploys, as far as files show it. */
const objectsOf = (application: Item, inventory: Inventory): readonly Item[] =>
  foldersOf(application)
    .flatMap((folder) => folders(inventory).get(folder) ?? [])
    .filter(({ manifest }) => groupOf(manifest) !== 'kustomize.config.k8s.io');

export const projectAllows: ObjectRule = {
  id: 'project-allows',
  title: 'Every project allows what its Applications deploy',
  why: 'Argo CD refuses the whole Application when one repository, namespace or kind is outside the fence.',
  fix: 'Allow it in clusterKinds, namespacedKinds or destinations of the project, or leave it out',
  kinds: ['Application'],
  applies: isArgo,
  check: (item, inventory) => {
    const name = text(at(item.manifest, 'spec', 'project'));
    const fence = projects(inventory).get(name);
    if (!fence) return [];
    const no = (what: string) => `project '${name}' does not allow ${what}`;
    const destination = destinationOf(item, inventory);
    const repositories = sourcesOf(item.manifest)
      .map(({ repoURL }) => repoURL)
      .filter((repository) => !allowsSource(fence, repository))
      .map((repository) => no(`repository '${repository}', only ${oneOf(fenceTexts(fence, 'sourceRepos'))}`));
    // Where things land, and what first does.
    const namespaces = new Map([[destination.namespace, '']]);
    const kinds = new Set<string>();
    for (const { manifest, namespace } of objectsOf(item, inventory)) {
      const { kind, metadata } = manifest;
      const group = groupOf(manifest);
      if (!allowsKind(fence, group, kind, namespace !== ''))
        kinds.add(no(`${kind}${group && ` (${group})`}`));
      const where = namespace && (metadata.namespace ?? destination.namespace);
      if (where && !namespaces.has(where)) namespaces.set(where, `, where ${kind} '${metadata.name}' goes`);
    }
    const places = [...namespaces]
      .filter(([namespace]) => !allowsDestination(fence, { ...destination, namespace }))
      .map(([namespace, why]) =>
        no(`namespace '${namespace}' of '${destination.name || destination.server}'${why}`),
      );
    return [...repositories, ...places, ...kinds];
  },
  good: `${project()}---\n${application()}---\n${unitObject()}`,
  bad: `${project()}---\n${application()}---\n${unitObject('PriorityClass', 'scheduling.k8s.io/v1')}`,
};
