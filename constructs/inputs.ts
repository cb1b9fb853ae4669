import type { Unit } from './unit.js';

/** A value that no program can make: a person provides it, once, and renews it. Never its content, only where it goes. */
export interface Input {
  /** The unit that needs it. */
  readonly unit: Unit;
  /** Where it goes: a Secret made by hand, as `namespace/name`, or a path in Vault. */
  readonly place: 'Secret' | 'Vault';
  /** `crossplane/gcp-secret`, or `kv/data/grafana/default/grafana-github`. */
  readonly at: string;
  /** The keys, each with what it is. */
  readonly keys: Readonly<Record<string, string>>;
}

/** A Secret that is made by hand before its unit can work, because what would make it is not there yet. */
export function bootstrapSecret(
  unit: Unit,
  name: string,
  keys: Readonly<Record<string, string>>,
): { name: string; namespace: string } {
  const namespace = unit.destinationNamespace;
  unit.inputs.push({ unit, place: 'Secret', at: `${namespace}/${name}`, keys });
  return { name, namespace };
}
