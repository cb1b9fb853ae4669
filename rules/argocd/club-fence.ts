import { argocdNamespace } from '../../constructs/argocd/argocd.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { project } from '../examples/argocd-examples.js';
import { hostDestination, isArgo } from './argocd.js';
import { allowsKind } from './fence.js';
import { globMatches } from './glob.js';

const ofThePlatform = [argocdNamespace, 'kube-system'];
const ofArgo = ['Application', 'AppProject', 'ApplicationSet'];

export const clubFence: ObjectRule = {
  id: 'club-fence',
  title: 'No club can reach beyond its own namespaces',
  why: 'Who may write to the namespace of Argo CD, make Applications or cluster-wide kinds can do anything on the platform.',
  fix: 'Name its own namespaces and repositories, and only kinds that a club may have',
  kinds: ['AppProject'],
  applies: (item) => isArgo(item) && text(item.manifest, 'metadata', 'name').startsWith('club-'),
  check: (fence) => {
    const spec = at(fence.manifest, 'spec');
    const faults = texts(at(spec, 'sourceRepos'))
      .filter((repository) => /^[*/]+$/.test(repository.replace('https:', '')))
      .map((repository) => `it allows every repository, '${repository}'`);
    for (const entry of list(at(spec, 'destinations'))) {
      const namespace = text(entry['namespace']);
      const reached = ofThePlatform.find((each) => globMatches(namespace, each));
      if (reached) faults.push(`its namespace '${namespace}' lets it into '${reached}'`);
      for (const cluster of [text(entry['name']), text(entry['server'])])
        if ([hostDestination.name, hostDestination.server].some((each) => globMatches(cluster, each)))
          faults.push(`its cluster '${cluster}' lets it onto the host`);
    }
    for (const { group, kind } of list(at(spec, 'clusterResourceWhitelist')))
      faults.push(`it allows ${text(kind)} (${text(group)}), which is of the whole cluster`);
    const allowed = ofArgo.filter((kind) => allowsKind(fence, 'argoproj.io', kind, true));
    return allowed.length > 0 ? [...faults, `it allows ${allowed.join(', ')} (argoproj.io)`] : faults;
  },
  good: project(),
  bad: project().replace('namespace: chess-prod', "namespace: '*'"),
};
