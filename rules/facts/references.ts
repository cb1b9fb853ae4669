import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Pod } from '../engine/pod-view.js';
import { type Fields, fields, list, text } from '../engine/untyped.js';

/** A ConfigMap or Secret that a pod uses. */
export interface Reference {
  readonly name: string;
  /** The key that it uses; empty if it uses all. */
  readonly key: string;
  /** What uses it: `container 'chess'`. */
  readonly by: Text;
}

const forms = {
  secret: { key: 'secretKeyRef', all: 'secretRef', volume: 'secret', name: 'secretName' },
  configMap: { key: 'configMapKeyRef', all: 'configMapRef', volume: 'configMap', name: 'name' },
} as const;

const container: Text = { en: "container '<name>'", fr: 'le conteneur « <name> »' };
const volume: Text = { en: "volume '<name>'", fr: 'le volume « <name> »' };

/** The ConfigMaps or Secrets that variables and volumes of a pod use, except optional ones. */
export function referencesOf(pod: Pod, what: keyof typeof forms): Reference[] {
  const form = forms[what];
  const containers = [...list(pod, 'spec', 'initContainers'), ...list(pod, 'spec', 'containers')];
  const byContainers = containers.flatMap((each) => {
    const by = fill(container, { name: text(each, 'name') });
    return [
      ...list(each, 'env').flatMap((one) => wanted(fields(one, 'valueFrom', form.key), 'name', by)),
      ...list(each, 'envFrom').flatMap((one) => wanted(fields(one, form.all), 'name', by)),
    ];
  });
  const byVolumes = list(pod, 'spec', 'volumes').flatMap((each) => {
    const by = fill(volume, { name: text(each, 'name') });
    const projected = list(each, 'projected', 'sources').map((one) => fields(one, form.volume));
    return [
      ...fromVolume(fields(each, form.volume), form.name, by),
      ...projected.flatMap((source) => fromVolume(source, 'name', by)),
    ];
  });
  return [...byContainers, ...byVolumes];
}

const fromVolume = (source: Fields, nameField: string, by: Text): Reference[] => {
  const items = list(source, 'items').map((each) => text(each, 'key'));
  const all = wanted(source, nameField, by);
  return items.length === 0 ? all : all.flatMap((each) => items.map((key) => ({ ...each, key })));
};

const wanted = (reference: Fields, nameField: string, by: Text): Reference[] =>
  text(reference, nameField) && reference['optional'] !== true
    ? [{ name: text(reference, nameField), key: text(reference, 'key'), by }]
    : [];
