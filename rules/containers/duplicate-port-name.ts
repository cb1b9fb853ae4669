import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const duplicatePortName: PodRule = {
  id: 'duplicate-port-name',
  title: 'Every port of a pod has a name and a number of its own',
  why: 'A Service that asks for the port http takes the first of two, and two programs of one pod cannot have one port.',
  fix: 'Give the ports different names and numbers',
  lists: ['kube-score/container-ports-check'],
  kinds: 'workloads',
  check: ({ pod }) => {
    const ports = listOf(pod.spec.containers).flatMap(({ ports: own }) => listOf(own));
    const numbers = ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol ?? 'TCP'}`);
    return [
      ...repeated(ports.flatMap(({ name }) => name ?? [])).map(
        (name) => `two of its ports are called '${name}'`,
      ),
      ...repeated(numbers).map((port) => `two of its ports are ${port}`),
    ];
  },
  good: deployment({
    container: 'ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]',
  }),
  bad: deployment({
    container: 'ports: [{ name: http, containerPort: 8080 }, { name: http, containerPort: 9090 }]',
  }),
};

const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((each, index) => all.indexOf(each) !== index)),
];
