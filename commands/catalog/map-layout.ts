// By hand, because it is a grid by waves; elkjs, a library for layouts, would add 1.5 MB to the page.
import type { Catalog, UnitEntry } from './model.js';

/** Measures of the map, in its own pixels. */
export const box = { width: 138, height: 28, gapX: 8, gapY: 8 } as const;
const panel = { gutter: 86, padding: 14, title: 30, wave: 12, gap: 18 } as const;
/** Most boxes beside each other. */
const columns = 8;

/** A box of the map, by its upper left corner. */
export interface PlacedUnit {
  readonly unit: UnitEntry;
  readonly x: number;
  readonly y: number;
}

/** A cluster's part of the map. */
export interface Panel {
  readonly cluster: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The waves of its units, and where they begin. */
  readonly waves: readonly { readonly wave: number; readonly y: number }[];
}

/** Where everything on the map is. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
  readonly units: readonly PlacedUnit[];
}

/** Clusters as panels, the host on top; in each the waves from top to bottom, so that what waits is below what it waits for. */
export function layOut({ clusters, units }: Pick<Catalog, 'clusters' | 'units'>): MapLayout {
  const panels: Panel[] = [];
  const placed: PlacedUnit[] = [];
  const width = widthOf(columns);
  let [x, y, rowHeight] = [0, 0, 0];
  for (const { name } of clusters) {
    const own = units.filter(({ cluster }) => cluster === name);
    if (own.length === 0) continue;
    const waves = byWave(own);
    const across = Math.min(columns, Math.max(...waves.map(([, { length }]) => length)));
    if (x + widthOf(across) > width) [x, y, rowHeight] = [0, y + rowHeight + panel.gap, 0];
    const made = place(name, waves, across, x, y);
    panels.push(made.panel);
    placed.push(...made.units);
    rowHeight = Math.max(rowHeight, made.panel.height);
    x += made.panel.width + panel.gap;
  }
  return { width, height: y + rowHeight, panels, units: placed };
}

const widthOf = (across: number): number =>
  panel.gutter + across * (box.width + box.gapX) - box.gapX + panel.padding;

/** The units of each wave: services first, and the host parts of apps, which are many, last. */
function byWave(units: readonly UnitEntry[]): [number, UnitEntry[]][] {
  const waves = new Map<number, UnitEntry[]>();
  for (const unit of units) waves.set(unit.wave, [...(waves.get(unit.wave) ?? []), unit]);
  const rank = ({ project }: UnitEntry) => (project === 'host-parts' ? 1 : 0);
  for (const own of waves.values()) own.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  return [...waves].sort(([a], [b]) => a - b);
}

function place(
  cluster: string,
  waves: readonly (readonly [number, readonly UnitEntry[]])[],
  across: number,
  x: number,
  y: number,
): { panel: Panel; units: PlacedUnit[] } {
  const starts: { wave: number; y: number }[] = [];
  const units: PlacedUnit[] = [];
  let top = y + panel.title + panel.padding;
  for (const [wave, own] of waves) {
    starts.push({ wave, y: top });
    own.forEach((unit, index) => {
      units.push({
        unit,
        x: x + panel.gutter + (index % across) * (box.width + box.gapX),
        y: top + Math.floor(index / across) * (box.height + box.gapY),
      });
    });
    top += Math.ceil(own.length / across) * (box.height + box.gapY) + panel.wave;
  }
  const height = top - panel.wave - box.gapY + panel.padding - y;
  return { panel: { cluster, x, y, width: widthOf(across), height, waves: starts }, units };
}
