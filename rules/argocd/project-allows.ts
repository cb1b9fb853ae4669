import { groupOf } from '../../constructs/kube/manifest.js';
import { fill, type Text } from '../../constructs/refusals/text.js';
import { sourcesOf } from '../engine/application.js';
import type { Inventory, Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, text } from '../engine/untyped.js';
import { application, project as exampleProject, unitObject } from '../examples/argocd-examples.js';
import { allowsDestination, allowsKind, allowsSource } from './app-project.js';
import { destinationOf, folders, foldersOf, isArgo, projects, projectTexts } from './argocd.js';

/** The objects that an Application deploys and that files show. */
const objectsOf = (application: Item, inventory: Inventory): readonly Item[] =>
  foldersOf(application)
    .flatMap((folder) => folders(inventory).get(folder) ?? [])
    .filter(({ manifest }) => groupOf(manifest) !== 'kustomize.config.k8s.io');

const refused: Text = {
  en: "project '<name>' does not allow <what>",
  fr: 'le projet « <name> » ne permet pas <what>',
};
const ofRepository: Text = {
  en: "repository '<repository>', only <allowed>",
  fr: 'le dépôt « <repository> », seulement <allowed>',
};
const ofNamespace: Text = {
  en: "namespace '<namespace>' of '<cluster>'",
  fr: 'le namespace « <namespace> » de « <cluster> »',
};
const ofObject: Text = {
  en: "namespace '<namespace>' of '<cluster>', the namespace of <object>",
  fr: 'le namespace « <namespace> » de « <cluster> », celui de <object>',
};

export const projectAllows: ObjectRule = {
  id: 'project-allows',
  title: {
    en: 'Every AppProject allows what its Applications deploy',
    fr: 'Chaque AppProject permet ce que ses Applications déploient',
  },
  why: {
    en: 'Argo CD refuses the whole Application when its AppProject does not allow one repository, namespace or kind.',
    fr: 'Argo CD refuse toute l’Application quand son AppProject ne permet pas un dépôt, un namespace ou un type.',
  },
  fix: {
    en: 'Allow it in clusterKinds, namespacedKinds or destinations of the project, or remove it',
    fr: 'Permettez-le dans clusterKinds, namespacedKinds ou destinations du projet, ou enlevez-le',
  },
  kinds: ['Application'],
  applies: isArgo,
  check: (item, inventory) => {
    const name = text(at(item.manifest, 'spec', 'project'));
    const project = projects(inventory).get(name);
    if (!project) return [];
    const refuse = (what: Text) => fill(refused, { name, what });
    const destination = destinationOf(item, inventory);
    const repositories = sourcesOf(item.manifest)
      .map(({ repoURL }) => repoURL)
      .filter((repository) => !allowsSource(project, repository))
      .map((repository) =>
        refuse(fill(ofRepository, { repository, allowed: projectTexts(project, 'sourceRepos') })),
      );
    // Each namespace, with the first object that is deployed there.
    const namespaces = new Map<string, string | undefined>([[destination.namespace, undefined]]);
    const kinds = new Set<string>();
    for (const { manifest, namespace } of objectsOf(item, inventory)) {
      const { kind, metadata } = manifest;
      const group = groupOf(manifest);
      if (!allowsKind(project, group, kind, namespace !== '')) kinds.add(`${kind}${group && ` (${group})`}`);
      const where = namespace && (metadata.namespace ?? destination.namespace);
      if (where && !namespaces.has(where)) namespaces.set(where, `${kind} '${metadata.name}'`);
    }
    const places = [...namespaces]
      .filter(([namespace]) => !allowsDestination(project, { ...destination, namespace }))
      .map(([namespace, object]) => {
        const cluster = destination.name || destination.server;
        return refuse(fill(object ? ofObject : ofNamespace, { namespace, cluster, object: object ?? '' }));
      });
    return [...repositories, ...places, ...[...kinds].map((kind) => refuse({ en: kind, fr: kind }))];
  },
  good: `${exampleProject()}---\n${application()}---\n${unitObject()}`,
  bad: `${exampleProject()}---\n${application()}---\n${unitObject('PriorityClass', 'scheduling.k8s.io/v1')}`,
  finds: ["project 'club-chess' does not allow PriorityClass (scheduling.k8s.io)"],
};
