import { groupOf } from '../../manifest.js';
import { oneOf } from '../../names.js';
import { destinationOf, fenceTexts, folders, foldersOf, isArgo, projects, sources } from '../argocd.js';
import { application, project, unitObject } from '../argocd-examples.js';
import { allowsDestination, allowsKind, allowsSource } from '../fence.js';
import { at, text } from '../loose.js';
import type { ObjectRule } from '../rule.js';

export const projectAllows: ObjectRule = {
  id: 'project-allows',
  title: 'Every project allows what its Applications deploy',
  why: 'Argo CD refuses the whole Application when one repository, namespace or kind is outside the fence.',
  mend: 'Allow it in clusterKinds, namespacedKinds or destinations of the project, or leave it out',
  kinds: ['Application'],
  applies: isArgo,
  check: (item, inventory) => {
    const name = text(at(item.manifest, 'spec', 'project'));
    const fence = projects(inventory).get(name);
    if (!fence) return [];
    const faults = new Set<string>();
    for (const repository of sources(item).map(({ repoURL }) => text(repoURL)))
      if (!allowsSource(fence, repository)) {
        const allowed = oneOf(fenceTexts(fence, 'sourceRepos')) || 'none';
        faults.add(`project '${name}' does not allow repository '${repository}', only ${allowed}`);
      }
    const destination = destinationOf(item, inventory);
    const place = (namespace: string) =>
      `namespace '${namespace}' of cluster '${destination.name || destination.server}'`;
    if (!allowsDestination(fence, destination))
      faults.add(`project '${name}' does not allow ${place(destination.namespace)}`);
    for (const { manifest, namespace } of foldersOf(item).flatMap(
      (folder) => folders(inventory).get(folder) ?? [],
    )) {
      const { kind } = manifest;
      const group = groupOf(manifest);
      if (group === 'kustomize.config.k8s.io') continue;
      if (!allowsKind(fence, group, kind, namespace !== ''))
        faults.add(`project '${name}' does not allow ${kind}${group && ` (${group})`}`);
      if (namespace !== '' && !allowsDestination(fence, { ...destination, namespace }))
        faults.add(
          `project '${name}' does not allow ${place(namespace)}, where ${kind} '${manifest.metadata.name}' goes`,
        );
    }
    return [...faults];
  },
  good: `${project()}---\n${application()}---\n${unitObject()}`,
  bad: `${project()}---\n${application()}---\n${unitObject('PriorityClass', 'scheduling.k8s.io/v1')}`,
};
