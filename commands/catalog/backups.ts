import type { Backup } from './model.js';
import type { UnitView } from './unit-view.js';

interface ScheduleSpec {
  readonly schedule: string;
  readonly template: {
    readonly ttl?: string;
    readonly includedNamespaces?: readonly string[];
    readonly excludedNamespaces?: readonly string[];
  };
}

/** How long Velero keeps what says nothing of it: 720 h. */
const defaultHours = 720;

/** Which schedules of Velero copy the volumes of a namespace of the host. */
export function backupsBy(views: readonly UnitView[]): (hostNamespace: string) => Backup[] {
  const schedules = views
    .flatMap(({ items }) => items)
    .filter(({ manifest }) => manifest.kind === 'Schedule' && manifest.apiVersion.startsWith('velero.io/'))
    .map(({ manifest }) => ({ name: manifest.metadata.name, spec: manifest['spec'] as ScheduleSpec }));
  return (namespace) =>
    schedules
      .filter(({ spec: { template } }) => {
        const { includedNamespaces = ['*'], excludedNamespaces = [] } = template;
        const included = includedNamespaces.includes('*') || includedNamespaces.includes(namespace);
        return included && !excludedNamespaces.includes(namespace);
      })
      .map(({ name, spec }) => {
        const hours = Number(/^(\d+)h/.exec(spec.template.ttl ?? '')?.[1] ?? defaultHours);
        return { name, schedule: spec.schedule, days: Math.round(hours / 24) };
      });
}
