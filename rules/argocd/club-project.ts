import { argocdNamespace } from '../../constructs/argocd/argocd.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { project as example } from '../examples/argocd-examples.js';
import { allowsKind } from './app-project.js';
import { hostDestination, isArgo } from './argocd.js';
import { globMatches } from './glob.js';

const ofThePlatform = [argocdNamespace, 'kube-system'];
const ofArgo = ['Application', 'AppProject', 'ApplicationSet'];

export const clubProject: ObjectRule = {
  id: 'club-project',
  title: {
    en: 'The AppProject of a club allows only what belongs to the club',
    fr: 'L’AppProject d’un club ne permet que ce qui appartient au club',
  },
  why: {
    en: 'Whoever may write to the namespace of Argo CD, or create Applications or cluster-wide objects, can do anything on the platform.',
    fr: 'Qui peut écrire dans le namespace d’Argo CD, ou créer des Applications ou des objets de tout le cluster, peut tout faire sur la plateforme.',
  },
  fix: {
    en: 'Allow only the namespaces and repositories of the club, and only kinds that a club may have',
    fr: 'Ne permettez que les namespaces et les dépôts du club, et que les types qu’un club peut avoir',
  },
  kinds: ['AppProject'],
  applies: (item) => isArgo(item) && text(item.manifest, 'metadata', 'name').startsWith('club-'),
  check: (project) => {
    const spec = at(project.manifest, 'spec');
    const faults: Fault[] = texts(at(spec, 'sourceRepos'))
      .filter((repository) => /^[*/]+$/.test(repository.replace('https:', '')))
      .map((repository) => ({
        en: `it allows every repository, '${repository}'`,
        fr: `il permet tous les dépôts, « ${repository} »`,
      }));
    for (const entry of list(at(spec, 'destinations'))) {
      const namespace = text(entry['namespace']);
      const reached = ofThePlatform.find((each) => globMatches(namespace, each));
      if (reached)
        faults.push({
          en: `it allows namespace '${namespace}', which matches '${reached}'`,
          fr: `il permet le namespace « ${namespace} », qui correspond à « ${reached} »`,
        });
      for (const cluster of [text(entry['name']), text(entry['server'])])
        if ([hostDestination.name, hostDestination.server].some((each) => globMatches(cluster, each)))
          faults.push({
            en: `it allows cluster '${cluster}', which matches the host cluster`,
            fr: `il permet le cluster « ${cluster} », qui correspond à l’hôte`,
          });
    }
    for (const { group, kind } of list(at(spec, 'clusterResourceWhitelist')))
      faults.push({
        en: `it allows the cluster-wide kind ${text(kind)} (${text(group)})`,
        fr: `il permet le type ${text(kind)} (${text(group)}), qui est de tout le cluster`,
      });
    const allowed = ofArgo.filter((kind) => allowsKind(project, 'argoproj.io', kind, true));
    if (allowed.length > 0)
      faults.push({
        en: `it allows ${allowed.join(', ')} (argoproj.io)`,
        fr: `il permet ${allowed.join(', ')} (argoproj.io)`,
      });
    return faults;
  },
  good: example(),
  bad: example().replace('namespace: chess-prod', "namespace: '*'"),
  finds: ["it allows namespace '*', which matches 'argocd'"],
};
