// By hand, because a dependency may be on a group of constructs: libraries that sort graphs know no groups.
import type { IConstruct } from 'constructs';

/** What comes of a set of declared dependencies: how deep each leaf lies, and the cycles that forbid an order. */
export interface Ordering {
  /** Depth of each leaf: 0 when it waits for nothing, else one more than the deepest it waits for. */
  readonly depths: ReadonlyMap<IConstruct, number>;
  /** Each cycle as the constructs on it, in order, the first one repeated at the end. */
  readonly cycles: readonly IConstruct[][];
}

interface Vertex {
  readonly construct: IConstruct;
  readonly isLeaf: boolean;
  readonly needs: Set<Vertex>;
  readonly neededBy: Vertex[];
  missing: number;
  depth: number;
}

/**
 * Orders the leaves below `root` by the dependencies declared with `node.addDependency`, whether on a leaf,
 * inside one or on a group around several; in time linear in constructs and dependencies.
 *
 * A group stands in the graph as two vertices: `before`, which its members wait for, and `after`, which
 * waits for its members. So a dependency between groups costs one edge, not one for each pair of members.
 */
export function orderBy(root: IConstruct, isLeaf: (construct: IConstruct) => boolean): Ordering {
  const constructs = root.node.findAll();
  const leafOf = new Map<IConstruct, IConstruct>();
  const before = new Map<IConstruct, Vertex>();
  const after = new Map<IConstruct, Vertex>();

  for (const construct of constructs) {
    const { scope } = construct.node;
    const leaf = (scope && leafOf.get(scope)) ?? (isLeaf(construct) ? construct : undefined);
    if (leaf) leafOf.set(construct, leaf);
    if (leaf && leaf !== construct) continue;
    before.set(construct, newVertex(construct, leaf !== undefined));
    after.set(construct, leaf ? (before.get(construct) as Vertex) : newVertex(construct, false));
    if (construct === root || !scope) continue;
    link(before.get(construct), before.get(scope));
    link(after.get(scope), after.get(construct));
  }

  for (const construct of constructs) {
    for (const dependency of construct.node.dependencies) {
      const source = leafOf.get(construct) ?? construct;
      const target = leafOf.get(dependency) ?? dependency;
      if (source === target && leafOf.has(source)) continue;
      link(before.get(source), after.get(target));
    }
  }

  const vertices = new Set([...before.values(), ...after.values()]);
  const blocked = settle(vertices);
  const depths = new Map<IConstruct, number>();
  for (const vertex of vertices) if (vertex.isLeaf) depths.set(vertex.construct, vertex.depth);
  return { depths, cycles: cyclesAmong(blocked) };
}

const newVertex = (construct: IConstruct, isLeaf: boolean): Vertex => ({
  construct,
  isLeaf,
  needs: new Set(),
  neededBy: [],
  missing: 0,
  depth: 0,
});

function link(source: Vertex | undefined, target: Vertex | undefined): void {
  if (!source || !target || source.needs.has(target)) return;
  source.needs.add(target);
  target.neededBy.push(source);
  source.missing++;
}

/** Kahn's algorithm: gives every vertex its depth once all that it needs have theirs; returns those that never get one. */
function settle(vertices: ReadonlySet<Vertex>): Set<Vertex> {
  const blocked = new Set(vertices);
  const ready = [...vertices].filter((vertex) => vertex.missing === 0);
  for (let vertex = ready.pop(); vertex; vertex = ready.pop()) {
    blocked.delete(vertex);
    for (const next of vertex.neededBy) {
      next.depth = Math.max(next.depth, vertex.depth + (vertex.isLeaf ? 1 : 0));
      if (--next.missing === 0) ready.push(next);
    }
  }
  return blocked;
}

/** Walks from each blocked vertex along what it still needs until it meets itself. */
function cyclesAmong(blocked: ReadonlySet<Vertex>): IConstruct[][] {
  const cycles: IConstruct[][] = [];
  const seen = new Set<Vertex>();
  for (const start of blocked) {
    const trail: Vertex[] = [];
    let at: Vertex | undefined = start;
    while (at && !seen.has(at)) {
      seen.add(at);
      trail.push(at);
      at = [...at.needs].find((next) => blocked.has(next));
    }
    const met = at ? trail.indexOf(at) : -1;
    if (met >= 0) cycles.push(named(trail.slice(met)));
  }
  return cycles;
}

/** The constructs of a closed walk, each once, beginning with the one whose path sorts first. */
function named(walk: readonly Vertex[]): IConstruct[] {
  const leaves = walk.filter((vertex) => vertex.isLeaf);
  const met = [...new Set((leaves.length > 0 ? leaves : walk).map((vertex) => vertex.construct))];
  const least = met.reduce((a, b) => (a.node.path < b.node.path ? a : b));
  const from = met.indexOf(least);
  return [...met.slice(from), ...met.slice(0, from), least];
}
