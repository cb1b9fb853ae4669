import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { placeOf, pods, services } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { portsOf } from '../facts/ports.js';
import { readable, selectorAt } from '../facts/selector.js';

/** The namespaces of a monitor; undefined if it looks at all. */
function placesOf({ manifest, cluster, namespace }: Item, root: readonly string[]) {
  if (at(manifest, ...root, 'namespaceSelector', 'any') === true) return undefined;
  const named = texts(manifest, ...root, 'namespaceSelector', 'matchNames');
  return (named.length > 0 ? named : [namespace]).map((each) => ({ cluster, namespace: each }));
}

/** The names of the ports of each pod or Service that a monitor selects. */
function selected(
  item: Item,
  inventory: Inventory,
  places: readonly { cluster: string; namespace: string }[],
) {
  const selector = selectorAt(item.manifest, 'spec', 'selector');
  return places.flatMap((place) =>
    item.manifest.kind === 'PodMonitor'
      ? [...pods(inventory).find(placeOf(place), selector)].map(({ pod }) =>
          portsOf(pod).map(({ name }) => name),
        )
      : [...services(inventory).find(placeOf(place), selector)].map(({ manifest }) =>
          list(manifest, 'spec', 'ports').map((port) => text(port, 'name')),
        ),
  );
}

const example = (port: string) => `apiVersion: v1
kind: Service
metadata: { name: chess, labels: { app: chess } }
spec: { selector: { app: chess }, ports: [{ name: metrics, port: 9090 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: chess }
spec: { selector: { matchLabels: { app: chess } }, endpoints: [{ port: ${port} }] }`;

const noTarget: Text = {
  en: 'no <target> has the labels <labels>',
  fr: 'aucun <target> n’a les labels <labels>',
};
const noPort: Text = {
  en: "no <target> that it selects has a port '<port>'",
  fr: 'aucun <target> qu’il sélectionne n’a de port « <port> »',
};

export const monitorTarget: ObjectRule = {
  id: 'monitor-target',
  title: {
    en: 'A monitor of Prometheus selects what exists and has its port',
    fr: 'Un moniteur de Prometheus vise ce qui existe et a son port',
  },
  why: {
    en: 'A monitor that selects nothing collects no metrics, and without metrics there are no alerts.',
    fr: 'Un moniteur qui ne sélectionne rien ne collecte aucune mesure, et sans mesures il n’y a pas d’alertes.',
  },
  fix: {
    en: 'Give its selector the labels of the Service or pods, and name one of their ports',
    fr: 'Donnez à son sélecteur les labels du Service ou des pods, et nommez un de leurs ports',
  },
  lists: ['kube-linter/dangling-servicemonitor'],
  kinds: ['ServiceMonitor', 'PodMonitor', 'Probe'],
  check: (item, inventory) => {
    const { kind } = item.manifest;
    if (kind === 'Probe') {
      const isGiven = ['staticConfig', 'ingress'].some((each) => at(item.manifest, 'spec', 'targets', each));
      return isGiven ? [] : [{ en: 'it has no targets', fr: 'il n’a pas de targets' }];
    }
    const places = placesOf(item, ['spec']);
    if (!places || places.some((place) => hasUnseen(inventory, place))) return [];
    const ports = selected(item, inventory, places);
    const target = kind === 'PodMonitor' ? 'pod' : 'Service';
    if (ports.length === 0)
      return [fill(noTarget, { target, labels: readable(selectorAt(item.manifest, 'spec', 'selector')) })];
    const known = new Set(ports.flat().filter(Boolean));
    return list(item.manifest, 'spec', kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints')
      .map((endpoint) => text(endpoint, 'port'))
      .filter((port) => port !== '' && !known.has(port))
      .map((port) => unknownName(fill(noPort, { target, port }), port, known, monitorTarget.fix));
  },
  good: example('metrics'),
  bad: example('metric'),
  finds: ["no Service that it selects has a port 'metric'"],
};
