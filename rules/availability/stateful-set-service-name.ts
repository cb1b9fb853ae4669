import type { Text } from '../../constructs/refusals/text.js';
import { unknownName } from '../engine/near.js';
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

const notHeadless = (name: string): Text => ({
  en: `its Service '${name}' is not headless`,
  fr: `son Service « ${name} » n’est pas headless`,
});
const ofOthers = (name: string): Text => ({
  en: `its Service '${name}' does not select its pods`,
  fr: `son Service « ${name} » ne sélectionne pas ses pods`,
});

export const statefulSetServiceName: PodRule = {
  id: 'stateful-set-service-name',
  title: {
    en: 'A StatefulSet names the headless Service of its pods',
    fr: 'Un StatefulSet nomme le Service headless de ses pods',
  },
  why: {
    en: 'That Service gives its pods names like db-0.db; without it they cannot find each other.',
    fr: 'Ce Service donne à ses pods des noms comme db-0.db ; sans lui, ils ne peuvent pas se trouver.',
  },
  fix: {
    en: 'Set serviceName to a Service with clusterIP: None and the selector of its pods',
    fr: 'Donnez à serviceName un Service avec clusterIP: None et le sélecteur de ses pods',
  },
  lists: ['kube-score/statefulset-has-servicename'],
  kinds: 'workloads',
  applies: ({ manifest }) => manifest.kind === 'StatefulSet',
  check: (item, inventory) => {
    const name = fields(item.manifest['spec'])['serviceName'];
    if (!name) return [{ en: 'it has no serviceName', fr: 'il n’a pas de serviceName' }];
    const service = inventory.find(item, 'Service', `${name}`);
    if (service) {
      const { clusterIP, selector } = fields(service.manifest['spec']);
      const chosen = fields(selector) as Readonly<Record<string, string>>;
      const faults = clusterIP === 'None' ? [] : [notHeadless(`${name}`)];
      const own = Object.keys(chosen).length > 0 && selects({ matchLabels: chosen }, item.pod.labels);
      return own ? faults : [...faults, ofOthers(`${name}`)];
    }
    if (inventory.isOpen(item)) return [];
    const what = { en: `Service '${name}' does not exist`, fr: `le Service « ${name} » n’existe pas` };
    return [unknownName(what, `${name}`, inventory.names(item, 'Service'), statefulSetServiceName.fix)];
  },
  good: set('db'),
  bad: set('database'),
  finds: ["Service 'database' does not exist"],
};
