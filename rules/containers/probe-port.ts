import { didYouMean, fill, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import { type Container, containersOf } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

export const probePort: PodRule = {
  id: 'probe-port',
  title: {
    en: 'Probes use a port that the container has',
    fr: 'Les sondes utilisent un port que le conteneur a',
  },
  why: {
    en: 'A probe of another port never succeeds: the pod never becomes ready, or is restarted again and again.',
    fr: 'Une sonde sur un autre port ne réussit jamais : le pod n’est jamais prêt, ou est redémarré sans cesse.',
  },
  fix: { en: 'Name one of the ports of the container', fr: 'Nommez un des ports du conteneur' },
  lists: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  kinds: 'workloads',
  check: ({ pod }) => containersOf(pod).flatMap(faultsOf),
  good: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: http } }` }),
  bad: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: https } }` }),
  finds: ["container 'chess' does not have port https, which its livenessProbe uses"],
};

const otherPort: Text = {
  en: '<container> does not have port <port>, which its <probe> uses',
  fr: '<container> n’a pas le port <port>, que sa <probe> utilise',
};
const use: Text = { en: 'Use <known>', fr: 'Utilisez <known>' };
const addPorts: Text = {
  en: 'Add the port to the ports of the container',
  fr: 'Ajoutez le port aux ports du conteneur',
};

function faultsOf({ name, ports, readinessProbe, livenessProbe, startupProbe }: Container): Fault[] {
  const known = listOf(ports).flatMap((each) => [each.containerPort, each.name ?? []].flat().map(String));
  return Object.entries({ readinessProbe, livenessProbe, startupProbe }).flatMap(([kind, probe]) => {
    const asked = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
    if (asked === undefined || known.includes(`${asked}`)) return [];
    const near = suggest(`${asked}`, known);
    const what = fill(otherPort, { probe: kind, container: containerNamed(name), port: `${asked}` });
    if (near) return [{ what, fix: didYouMean(near) }];
    return [{ what, fix: known.length > 0 ? fill(use, { known }) : addPorts }];
  });
}
