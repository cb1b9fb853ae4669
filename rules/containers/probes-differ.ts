import type { PodRule } from '../engine/rule.js';
import { fields, listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { eachContainer, runsForEver } from '../facts/containers.js';

const ready = 'readinessProbe: { httpGet: { path: /ready, port: 8080 } }';

/** The fields of a probe that say what it asks; the others say when. */
const ways = ['httpGet', 'tcpSocket', 'exec', 'grpc'] as const;

export const probesDiffer: PodRule = {
  id: 'probes-differ',
  title: {
    en: 'The liveness and readiness probes of a container differ',
    fr: 'Les sondes liveness et readiness d’un conteneur diffèrent',
  },
  why: {
    en: 'A site that waits for its database is alive but not ready: if both probes ask the same, it is restarted while it waits.',
    fr: 'Un site qui attend sa base de données est vivant mais pas prêt : si les deux sondes demandent la même chose, il est redémarré pendant qu’il attend.',
  },
  fix: {
    en: 'Let livenessProbe ask less, like only the port (in apps: a path as probe), or remove it',
    fr: 'Faites que livenessProbe demande moins, comme le port seul (dans apps : un chemin comme probe), ou enlevez-la',
  },
  lists: ['kube-score/pod-probes-identical'],
  kinds: 'workloads',
  applies: runsForEver,
  check: eachContainer(({ ports, readinessProbe, livenessProbe }) => {
    const numbers = new Map(listOf(ports).map(({ name, containerPort }) => [`${name}`, containerPort]));
    const same = ways.find((way) => {
      const asked = readinessProbe?.[way];
      return asked && question(asked, numbers) === question(livenessProbe?.[way], numbers);
    });
    if (!same) return undefined;
    return {
      en: `has the same ${same} in its readinessProbe and its livenessProbe`,
      fr: `a le même ${same} dans sa readinessProbe et sa livenessProbe`,
    };
  }),
  good: deployment({ container: `${ready}\nlivenessProbe: { tcpSocket: { port: 8080 } }` }),
  bad: deployment({ container: `${ready}\n${ready.replace('readiness', 'liveness')}` }),
  finds: ["container 'chess' has the same httpGet in its readinessProbe and its livenessProbe"],
};

/** What a probe asks, with ports by number. */
const question = (asked: unknown, numbers: ReadonlyMap<string, number | undefined>): string => {
  const { path, port, command, service } = fields(asked);
  return JSON.stringify([path ?? '/', numbers.get(`${port}`) ?? port, command, service]);
};
