import type { UnitEntry } from './model.js';

/** A dependency: `unit` waits for `needs`. */
export interface Edge {
  readonly unit: string;
  readonly needs: string;
}

/** The dependencies that follow from no others: what a unit waits for through another is not drawn. */
export function edgesOf(units: readonly UnitEntry[]): Edge[] {
  const byPath = new Map(units.map((unit) => [unit.path, unit]));
  const known = new Map<string, ReadonlySet<string>>();
  const allOf = (path: string): ReadonlySet<string> => {
    const found = known.get(path);
    if (found) return found;
    const direct = byPath.get(path)?.dependsOn ?? [];
    const all = new Set(direct.flatMap((needs) => [needs, ...allOf(needs)]));
    known.set(path, all);
    return all;
  };
  return units.flatMap(({ path, dependsOn }) =>
    dependsOn
      .filter((needs) => !dependsOn.some((other) => allOf(other).has(needs)))
      .map((needs) => ({ unit: path, needs })),
  );
}
