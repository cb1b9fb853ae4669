import type { PodRule } from '../engine/rule.js';
import { fields, listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { eachContainer, runsForEver } from '../facts/containers.js';

const ready = 'readinessProbe: { httpGet: { path: /ready, port: 8080 } }';

/** How a probe may ask; all else it says is when. */
const ways = ['httpGet', 'tcpSocket', 'exec', 'grpc'] as const;

export const probesDiffer: PodRule = {
  id: 'probes-differ',
  title: 'Being ready and being alive are not the same question',
  why: 'A site that waits for its database is not ready, but alive: if both ask the same, it is killed while it waits.',
  fix: 'Let livenessProbe ask less, like its port alone (in apps: a path as probe), or remove it',
  lists: ['kube-score/pod-probes-identical'],
  kinds: 'workloads',
  applies: runsForEver,
  check: eachContainer(({ ports, readinessProbe, livenessProbe }) => {
    const numbers = new Map(listOf(ports).map(({ name, containerPort }) => [`${name}`, containerPort]));
    const same = ways.find((way) => {
      const asked = readinessProbe?.[way];
      return asked && question(asked, numbers) === question(livenessProbe?.[way], numbers);
    });
    return same && `asks the same to see whether it is ready and whether it is alive, by ${same}`;
  }),
  good: deployment({ container: `${ready}\nlivenessProbe: { tcpSocket: { port: 8080 } }` }),
  bad: deployment({ container: `${ready}\n${ready.replace('readiness', 'liveness')}` }),
};

/** What is asked, with the number of a port that has a name. */
const question = (asked: unknown, numbers: ReadonlyMap<string, number | undefined>): string => {
  const { path, port, command, service } = fields(asked);
  return JSON.stringify([path ?? '/', numbers.get(`${port}`) ?? port, command, service]);
};
