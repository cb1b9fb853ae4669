import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed, runsForEver } from '../facts/containers.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

const none: Text = {
  en: '<container> has no readinessProbe',
  fr: '<container> n’a pas de readinessProbe',
};

export const readinessProbe: PodRule = {
  id: 'readiness-probe',
  title: {
    en: 'A container that listens on a port says when it is ready',
    fr: 'Un conteneur qui écoute sur un port dit quand il est prêt',
  },
  why: {
    en: 'Without a readinessProbe, requests reach pods that are still starting, and a broken version replaces one that worked.',
    fr: 'Sans readinessProbe, des requêtes arrivent à des pods qui démarrent encore, et une version cassée remplace celle qui marchait.',
  },
  fix: {
    en: 'Give as probe the path that answers 200 when the program is ready',
    fr: 'Donnez comme probe le chemin qui répond 200 quand le programme est prêt',
  },
  lists: ['kube-score/pod-probes', 'polaris/readinessProbeMissing', 'kube-linter/no-readiness-probe'],
  kinds: 'workloads',
  applies: runsForEver,
  check: ({ pod }) =>
    listOf(pod.spec.containers)
      .filter(({ ports, readinessProbe: probe }) => listOf(ports).length > 0 && !probe)
      .map(({ name }) => fill(none, { container: containerNamed(name) })),
  good: deployment({ container: `${port}\nreadinessProbe: { httpGet: { path: /, port: http } }` }),
  bad: deployment({ container: port }),
  finds: ["container 'chess' has no readinessProbe"],
};
