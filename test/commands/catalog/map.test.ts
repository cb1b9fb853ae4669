import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../../../commands/catalog/map.js';
import { edgesOf } from '../../../commands/catalog/map-edges.js';
import { box, layOut } from '../../../commands/catalog/map-layout.js';
import type { CatalogCluster, UnitEntry } from '../../../commands/catalog/model.js';
import { sampleCatalog } from './sample.js';

const clusters: CatalogCluster[] = ['host', 'prod', 'staging'].map((name) => ({
  name,
  kind: 'virtual',
  environments: [],
}));

/** Units that depend on earlier ones only, as waves promise. */
const unitLists = fc
  .array(
    fc.record({
      cluster: fc.constantFrom('host', 'prod', 'staging'),
      needs: fc.array(fc.nat(60), { maxLength: 5 }),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((given) => {
    const units: UnitEntry[] = [];
    given.forEach(({ cluster, needs }, index) => {
      const dependsOn = [...new Set(needs.filter((need) => need < index))].map(
        (need) => units[need]?.path ?? '',
      );
      const waves = dependsOn.map((path) => units.find((unit) => unit.path === path)?.wave ?? 0);
      units.push({
        path: `${cluster}/unit-${index}`,
        application: '',
        cluster,
        namespace: '',
        project: index % 3 === 0 ? 'host-parts' : 'platform',
        wave: waves.length > 0 ? Math.max(...waves) + 1 : 0,
        objects: 1,
        dependsOn,
        entry: `unit-${index}`,
      });
    });
    return units;
  });

/** All that is reached from each unit. */
function reached(edges: readonly { unit: string; needs: string }[], from: string): Set<string> {
  const direct = edges.filter(({ unit }) => unit === from).map(({ needs }) => needs);
  return new Set(direct.flatMap((needs) => [needs, ...reached(edges, needs)]));
}

describe('the map', () => {
  it('has every unit once, in its cluster, beside all others', () => {
    fc.assert(
      fc.property(unitLists, (units) => {
        const { units: placed, panels, width, height } = layOut({ clusters, units });
        expect(placed.map(({ unit }) => unit.path).sort()).toEqual(units.map(({ path }) => path).sort());
        for (const { unit, x, y } of placed) {
          const panel = panels.find(({ cluster }) => cluster === unit.cluster);
          if (!panel) throw new Error(`${unit.cluster} is not on the map`);
          expect(x).toBeGreaterThanOrEqual(panel.x);
          expect(x + box.width).toBeLessThanOrEqual(panel.x + panel.width);
          expect(y).toBeGreaterThanOrEqual(panel.y);
          expect(y + box.height).toBeLessThanOrEqual(panel.y + panel.height);
        }
        const spots = placed.map(({ x, y }) => `${x},${y}`);
        expect(new Set(spots).size).toBe(spots.length);
        for (const panel of panels) {
          expect(panel.x + panel.width).toBeLessThanOrEqual(width);
          expect(panel.y + panel.height).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  it('has what waits below what it waits for, within a cluster', () => {
    fc.assert(
      fc.property(unitLists, (units) => {
        const at = new Map(layOut({ clusters, units }).units.map((placed) => [placed.unit.path, placed]));
        for (const { path, cluster, dependsOn } of units)
          for (const needs of dependsOn)
            if (needs.startsWith(`${cluster}/`))
              expect(at.get(path)?.y).toBeGreaterThan(at.get(needs)?.y ?? 0);
      }),
    );
  });

  it('draws the fewest lines that lead to all that a unit depends on', () => {
    fc.assert(
      fc.property(unitLists, (units) => {
        const all = units.flatMap(({ path, dependsOn }) => dependsOn.map((needs) => ({ unit: path, needs })));
        const drawn = edgesOf(units);
        for (const { path } of units) expect(reached(drawn, path)).toEqual(reached(all, path));
        for (const edge of drawn) {
          const others = drawn.filter((other) => other !== edge);
          expect(reached(others, edge.unit)).not.toContain(edge.needs);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leads from each box to the entry of its unit', () => {
    const catalog = sampleCatalog();
    const { text } = mapOf(catalog);
    for (const { path, entry } of catalog.units)
      expect(text).toContain(`href="#/${entry}" data-path="${path}"`);
  });
});
