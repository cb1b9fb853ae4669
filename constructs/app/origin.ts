import type { Fault } from '../refusals/fault.js';
import type { Environment } from '../values/environments.js';

/** What is wrong with an app in one environment. */
export interface JudgedLayer {
  readonly environment: Environment;
  readonly faults: readonly Fault[];
}

/** Fields that only a layer can have. */
const ofLayers = new Set(['host', 'hosts']);

/**
 * The faults of all environments, each once and with the field as it stands in the app's file: `base.port` if the base
 * says it, `prod.port` if that layer does. What is missing everywhere is missing in the base.
 */
export function byOrigin(props: Readonly<Record<string, unknown>>, judged: readonly JudgedLayer[]): Fault[] {
  const told = new Map<string, Fault>();
  const everywhere = (key: string) =>
    judged.every(({ faults }) => faults.some((each) => keyOf(each) === key));
  for (const { environment, faults } of judged) {
    for (const each of faults) {
      const { field = [] } = each;
      const placed = { ...each, field: placeOf(props, environment, field, everywhere(keyOf(each))) };
      told.set(`${placed.field.join('.')} ${keyOf(each)}`, placed);
    }
  }
  return [...told.values()];
}

const keyOf = ({ id, what, fix, field = [] }: Fault): string => [id, what.en, fix.en, ...field].join('\0');

function placeOf(
  props: Readonly<Record<string, unknown>>,
  environment: Environment,
  field: readonly string[],
  isEverywhere: boolean,
): string[] {
  if (has(props[environment], field)) return [environment, ...field];
  if (has(props['base'], field)) return ['base', ...field];
  // What a kind of app asks for beside its base: `repository`, `image`.
  if (field.length > 0 && has(props, field)) return [...field];
  return isEverywhere && !ofLayers.has(field[0] ?? '') ? ['base', ...field] : [environment, ...field];
}

/** Whether there is a value at the path. */
function has(value: unknown, path: readonly string[]): boolean {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return false;
    inner = (inner as Record<string, unknown>)[key];
  }
  return inner !== undefined;
}
