import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed, runsForEver } from '../facts/containers.js';

const port = 'ports: [{ name: http, containerPort: 8080 }]';

const none: Text = {
  en: '<container> has no livenessProbe',
  fr: '<container> n’a pas de livenessProbe',
};

export const livenessProbe: PodRule = {
  id: 'liveness-probe',
  title: {
    en: 'A container that listens on a port is restarted when it hangs',
    fr: 'Un conteneur qui écoute sur un port est redémarré s’il se bloque',
  },
  why: {
    en: 'A program that hangs has not ended: without a livenessProbe it stays that way until somebody notices.',
    fr: 'Un programme bloqué n’est pas terminé : sans livenessProbe, il reste ainsi jusqu’à ce que quelqu’un le remarque.',
  },
  fix: {
    en: 'Add a livenessProbe on its port; apps with a port have one',
    fr: 'Ajoutez une livenessProbe sur son port ; les applications avec un port en ont une',
  },
  lists: ['kube-linter/no-liveness-probe', 'polaris/livenessProbeMissing'],
  kinds: 'workloads',
  applies: runsForEver,
  check: ({ pod }) =>
    listOf(pod.spec.containers)
      // A readiness probe that only opens the port already asks all that a liveness probe could.
      .filter(({ readinessProbe: ready }) => !ready?.tcpSocket)
      .filter(({ ports, livenessProbe: probe }) => listOf(ports).length > 0 && !probe)
      .map(({ name }) => fill(none, { container: containerNamed(name) })),
  good: deployment({ container: `${port}\nlivenessProbe: { tcpSocket: { port: http } }` }),
  bad: deployment({ container: port }),
  finds: ["container 'chess' has no livenessProbe"],
};
