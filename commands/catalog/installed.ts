import { mirrored } from '../../constructs/kube/mirror.js';
import type { Unit } from '../../constructs/platform/unit.js';
import type { Chart, Program, Release } from './model.js';
import { nameOf, type UnitView, walk } from './unit-view.js';

/** Every image that the objects of a unit name, in pods and in custom resources alike; each once for each object. */
export function programsOf({ items }: UnitView): Program[] {
  return items.flatMap((item) => {
    if (item.manifest.kind === 'ConfigMap') return [];
    const images = new Set<string>();
    walk(item.manifest['spec'], ({ image }) => {
      if (typeof image === 'string' && image !== '') images.add(image);
    });
    return [...images].map((image) => ({ object: nameOf(item), image }));
  });
}

/** The charts that Argo CD renders for a unit. */
export const chartsOf = (unit: Unit, mirror?: string): Chart[] =>
  unit.charts.map(({ chart: { name, version, repository } }) => ({
    name,
    version,
    repository: mirrored(repository, mirror),
  }));

/** The upstream releases that a unit takes in. */
export const releasesOf = (unit: Unit): Release[] =>
  (unit.release?.resources ?? []).map((address) => {
    const [, version] = /\/(?:release-)?(v?\d+\.\d+\.\d+)\//.exec(address) ?? [];
    return { address, ...(version && { version }) };
  });
