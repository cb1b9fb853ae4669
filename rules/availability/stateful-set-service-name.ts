import { oneOf, suggest } from '../../constructs/values/names.js';
import { selects } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';

const set = (service: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: ${service}
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "docker.io/library/redis:7.2.4" }] }
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { clusterIP: None, selector: { app: db }, ports: [{ port: 6379 }] }
`;

export const statefulSetServiceName: PodRule = {
  id: 'stateful-set-service-name',
  title: 'A StatefulSet names the headless Service of its pods',
  why: 'By that Service its pods have names like db-0.db; without it they cannot find each other.',
  fix: 'Set serviceName to a Service with clusterIP: None and the selector of its pods',
  lists: ['kube-score/statefulset-has-servicename'],
  kinds: 'workloads',
  applies: ({ manifest }) => manifest.kind === 'StatefulSet',
  check: (item, inventory) => {
    const name = fields(item.manifest['spec'])['serviceName'];
    if (!name) return ['it has no serviceName'];
    const service = inventory.find(item, 'Service', `${name}`);
    if (service) {
      const { clusterIP, selector } = fields(service.manifest['spec']);
      const chosen = fields(selector) as Readonly<Record<string, string>>;
      const faults = clusterIP === 'None' ? [] : [`its Service '${name}' is not headless`];
      const own = Object.keys(chosen).length > 0 && selects({ matchLabels: chosen }, item.pod.labels);
      return own ? faults : [...faults, `its Service '${name}' does not select its pods`];
    }
    if (inventory.isOpen(item)) return [];
    const names = inventory.names(item, 'Service');
    const near = suggest(`${name}`, names);
    const fix = near ? `Did you mean ${near}?` : `Add it; there is ${oneOf(names) || 'no Service there'}`;
    return [{ what: `there is no Service '${name}'`, fix }];
  },
  good: set('db'),
  bad: set('database'),
};
