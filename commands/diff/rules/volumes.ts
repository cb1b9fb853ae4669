import { parseQuantity } from '../../../constructs/values/quantity.js';
import type { Change } from '../changes.js';
import { type FieldChange, isBelow } from '../fields.js';
import { nameOf, type Rules } from './rule.js';

const sizeOf = (value: unknown): number | undefined =>
  value === undefined ? undefined : parseQuantity(String(value));

const isSize = ({ path }: FieldChange): boolean =>
  path.at(-1) === 'storage' && path.at(-2) === 'requests' && path.at(-3) === 'resources';

const inVolume = (change: Change): FieldChange[] =>
  change.fields.filter((field) =>
    change.resource.kind === 'PersistentVolumeClaim'
      ? isBelow(field, 'spec')
      : change.resource.kind === 'StatefulSet' && isBelow(field, 'spec.volumeClaimTemplates'),
  );

const growth = (field: FieldChange): number =>
  isSize(field) ? (sizeOf(field.after) ?? 0) - (sizeOf(field.before) ?? 0) : 0;

const resized = (change: Change, test: (field: FieldChange) => boolean): string[] =>
  inVolume(change)
    .filter((field) => isSize(field) && test(field))
    .map(({ before, after }) => `the volume of ${nameOf(change)}: ${before} → ${after}`);

/** Volumes that change, or whose pods get others. */
export const volumes = {
  'volume-shrunk': (change) => resized(change, (field) => growth(field) < 0),

  // The size in a StatefulSet's template cannot change either, not even upwards.
  'volume-recreated': (change) => {
    const isClaim = change.resource.kind === 'PersistentVolumeClaim';
    const others = inVolume(change).filter((field) => !isSize(field) || (!isClaim && growth(field) >= 0));
    return others.length > 0 ? [`${nameOf(change)} asks for another volume`] : [];
  },

  'volume-grown': (change) =>
    change.resource.kind === 'PersistentVolumeClaim' ? resized(change, (field) => growth(field) > 0) : [],

  'volume-swapped': (change) =>
    change.fields
      .filter(({ path }) => path.at(-1) === 'claimName' && path.at(-2) === 'persistentVolumeClaim')
      .map(({ before, after }) => `${nameOf(change)} mounts volume ${after} instead of ${before}`),
} satisfies Rules;
