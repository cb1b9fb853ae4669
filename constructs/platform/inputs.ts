import type { Unit } from './unit.js';

/** A Secret that is made by hand before its unit can work, because what would make it is not there yet. */
export function bootstrapSecret(
  unit: Unit,
  name: string,
  keys: Readonly<Record<string, string>>,
): { name: string; namespace: string } {
  const namespace = unit.destinationNamespace;
  unit.inputs.push({ place: 'Secret', at: `${namespace}/${name}`, keys });
  return { name, namespace };
}
