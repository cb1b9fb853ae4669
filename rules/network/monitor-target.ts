import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, list, text, texts } from '../engine/untyped.js';
import { placeOf, pods, services } from '../facts/location.js';
import { hasUnseen } from '../facts/opaque.js';
import { portsOf } from '../facts/ports.js';
import { readable, selectorAt } from '../facts/selector.js';

/** The namespaces that a monitor looks at; undefined if those are all. */
function placesOf({ manifest, cluster, namespace }: Item, root: readonly string[]) {
  if (at(manifest, ...root, 'namespaceSelector', 'any') === true) return undefined;
  const named = texts(manifest, ...root, 'namespaceSelector', 'matchNames');
  return (named.length > 0 ? named : [namespace]).map((each) => ({ cluster, namespace: each }));
}

/** The names of the ports of each thing that a monitor selects. */
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

export const monitorTarget: ObjectRule = {
  id: 'monitor-target',
  title: 'What Prometheus is told to measure exists, and has the port',
  why: 'A monitor that selects nothing measures nothing, and no alert can come of what is not measured.',
  fix: 'Give its selector the labels of the Service or pods, and name one of their ports',
  lists: ['kube-linter/dangling-servicemonitor'],
  kinds: ['ServiceMonitor', 'PodMonitor', 'Probe'],
  check: (item, inventory) => {
    const { kind } = item.manifest;
    if (kind === 'Probe') {
      const isGiven = ['staticConfig', 'ingress'].some((each) => at(item.manifest, 'spec', 'targets', each));
      return isGiven ? [] : ['it has no targets'];
    }
    const places = placesOf(item, ['spec']);
    if (!places || places.some((place) => hasUnseen(inventory, place))) return [];
    const ports = selected(item, inventory, places);
    const what = kind === 'PodMonitor' ? 'pod' : 'Service';
    if (ports.length === 0)
      return [`no ${what} has the labels ${readable(selectorAt(item.manifest, 'spec', 'selector'))}`];
    const known = new Set(ports.flat().filter(Boolean));
    return list(item.manifest, 'spec', kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints')
      .map((endpoint) => text(endpoint, 'port'))
      .filter((port) => port !== '' && !known.has(port))
      .map((port) =>
        unknownName(`no ${what} that it selects has a port '${port}'`, port, known, monitorTarget.fix),
      );
  },
  good: example('metrics'),
  bad: example('metric'),
};
