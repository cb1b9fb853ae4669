import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const duplicatePortName: PodRule = {
  id: 'duplicate-port-name',
  title: {
    en: 'Every port of a pod has its own name and number',
    fr: 'Chaque port d’un pod a son propre nom et son propre numéro',
  },
  why: {
    en: 'A Service for port http uses the first of two ports with that name, and two programs of a pod cannot listen on the same port.',
    fr: 'Un Service pour le port http prend le premier de deux ports de ce nom, et deux programmes d’un pod ne peuvent pas écouter sur le même port.',
  },
  fix: {
    en: 'Give the ports different names and numbers',
    fr: 'Donnez aux ports des noms et des numéros différents',
  },
  lists: ['kube-score/container-ports-check'],
  kinds: 'workloads',
  check: ({ pod }) => {
    const ports = listOf(pod.spec.containers).flatMap(({ ports: own }) => listOf(own));
    const numbers = ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol ?? 'TCP'}`);
    return [
      ...repeated(ports.flatMap(({ name }) => name ?? [])).map((name) => ({
        en: `two of its ports are called '${name}'`,
        fr: `deux de ses ports s’appellent « ${name} »`,
      })),
      ...repeated(numbers).map((port) => ({
        en: `two of its ports are ${port}`,
        fr: `deux de ses ports sont ${port}`,
      })),
    ];
  },
  good: deployment({
    container: 'ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]',
  }),
  bad: deployment({
    container: 'ports: [{ name: http, containerPort: 8080 }, { name: http, containerPort: 9090 }]',
  }),
  finds: ["two of its ports are called 'http'"],
};

const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((each, index) => all.indexOf(each) !== index)),
];
