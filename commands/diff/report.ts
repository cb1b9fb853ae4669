import { type Approval, approvals, type Responsible } from './approvals.js';
import { compare } from './changes.js';
import { type Judged, judge } from './judge.js';
import { highest, type Level, riskiestFirst } from './severity.js';
import type { Tree } from './trees.js';

/** What changes in one unit. */
export interface UnitReport {
  readonly cluster: string;
  readonly unit: string;
  readonly level: Level;
  /** The riskiest first. */
  readonly changes: readonly Judged[];
}

/** What a change of `dist/` does to the clusters. */
export interface Report {
  /** The commit that was compared with. */
  readonly base: string;
  readonly level: Level;
  /** The riskiest first. */
  readonly units: readonly UnitReport[];
  readonly approvals: readonly Approval[];
}

/** How many resources of a unit are added, changed and removed. */
export function countsOf(changes: readonly Judged[]): Record<Judged['action'], number> {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { action } of changes) counts[action]++;
  return counts;
}

/** Compares two `dist/` and says what is risky about it, and who has to agree. */
export function report(base: string, before: Tree, after: Tree, responsible: Responsible): Report {
  const comparison = compare(before, after);
  const judged = judge(comparison);
  const byUnit = new Map<string, Judged[]>();
  for (const change of judged) {
    const key = `${change.resource.cluster}/${change.resource.unit}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), change]);
  }
  const units = [...byUnit.values()].map((changes): UnitReport => {
    const { cluster = '', unit = '' } = changes[0]?.resource ?? {};
    const level = highest(changes.map((change) => change.level));
    return { cluster, unit, level, changes: changes.sort(riskiestFirst) };
  });
  return {
    base,
    level: highest(judged.map(({ level }) => level)),
    units: units.sort(riskiestFirst),
    approvals: approvals(comparison, judged, responsible),
  };
}
