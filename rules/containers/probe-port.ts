import { oneOf, suggest } from '../../constructs/values/names.js';
import { type Container, containersOf } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

export const probePort: PodRule = {
  id: 'probe-port',
  title: 'Probes ask a port that the container has',
  why: 'A probe of any other port never succeeds: the pod is not ready for ever, or killed and started again and again.',
  fix: 'Name one of the ports of the container',
  lists: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  kinds: 'workloads',
  check: ({ pod }) => containersOf(pod).flatMap(faultsOf),
  good: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: http } }` }),
  bad: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: https } }` }),
};

function faultsOf({ name, ports, readinessProbe, livenessProbe, startupProbe }: Container): Fault[] {
  const known = listOf(ports).flatMap((each) => [each.containerPort, each.name ?? []].flat().map(String));
  return Object.entries({ readinessProbe, livenessProbe, startupProbe }).flatMap(([what, probe]) => {
    const asked = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
    if (asked === undefined || known.includes(`${asked}`)) return [];
    const near = suggest(`${asked}`, known);
    const fix = near ? `Did you mean ${near}?` : `Its ports are ${oneOf(known) || 'none: list them first'}`;
    return [{ what: `the ${what} of container '${name}' asks port ${asked}, which it does not have`, fix }];
  });
}
