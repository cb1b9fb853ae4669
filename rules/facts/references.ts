import type { Pod } from '../engine/pod-view.js';
import { type Fields, fields, list, text } from '../engine/untyped.js';

/** What a pod asks of a ConfigMap or Secret. */
export interface Reference {
  readonly name: string;
  /** The key it wants; empty if it takes all. */
  readonly key: string;
  /** Who asks: `container 'chess'`. */
  readonly by: string;
}

const forms = {
  secret: { key: 'secretKeyRef', all: 'secretRef', volume: 'secret', name: 'secretName' },
  configMap: { key: 'configMapKeyRef', all: 'configMapRef', volume: 'configMap', name: 'name' },
} as const;

/** What a pod's variables, files and volumes want of ConfigMaps or of Secrets, but for what is optional. */
export function referencesOf(pod: Pod, what: keyof typeof forms): Reference[] {
  const form = forms[what];
  const containers = [...list(pod, 'spec', 'initContainers'), ...list(pod, 'spec', 'containers')];
  const byContainers = containers.flatMap((container) => {
    const by = `container '${text(container, 'name')}'`;
    return [
      ...list(container, 'env').flatMap((each) => wanted(fields(each, 'valueFrom', form.key), 'name', by)),
      ...list(container, 'envFrom').flatMap((each) => wanted(fields(each, form.all), 'name', by)),
    ];
  });
  const byVolumes = list(pod, 'spec', 'volumes').flatMap((volume) => {
    const by = `volume '${text(volume, 'name')}'`;
    const projected = list(volume, 'projected', 'sources').map((each) => fields(each, form.volume));
    return [
      ...fromVolume(fields(volume, form.volume), form.name, by),
      ...projected.flatMap((source) => fromVolume(source, 'name', by)),
    ];
  });
  return [...byContainers, ...byVolumes];
}

const fromVolume = (source: Fields, nameField: string, by: string): Reference[] => {
  const items = list(source, 'items').map((each) => text(each, 'key'));
  const all = wanted(source, nameField, by);
  return items.length === 0 ? all : all.flatMap((each) => items.map((key) => ({ ...each, key })));
};

const wanted = (reference: Fields, nameField: string, by: string): Reference[] =>
  text(reference, nameField) && reference['optional'] !== true
    ? [{ name: text(reference, nameField), key: text(reference, 'key'), by }]
    : [];
