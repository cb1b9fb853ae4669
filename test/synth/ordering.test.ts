import { Construct } from 'constructs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBy } from '../../synth/ordering.js';

class Leaf extends Construct {}
const isLeaf = (construct: unknown) => construct instanceof Leaf;
const root = () => new Construct(undefined as never, '');

describe('orderBy', () => {
  it('gives a chain of 200 the depths 0 to 199', () => {
    const scope = root();
    const chain = Array.from({ length: 200 }, (_, index) => new Leaf(scope, `s${index}`));
    chain.slice(1).forEach((leaf, index) => {
      leaf.node.addDependency(chain[index] as Leaf);
    });
    const { depths, cycles } = orderBy(scope, isLeaf);
    expect(chain.map((leaf) => depths.get(leaf))).toEqual(chain.map((_, index) => index));
    expect(cycles).toEqual([]);
  });

  it('makes every leaf of a group wait for every leaf of the group it depends on', () => {
    const scope = root();
    const [first, second] = [new Construct(scope, 'first'), new Construct(scope, 'second')];
    const [a, b] = [new Leaf(first, 'a'), new Leaf(first, 'b')];
    const [c, d] = [new Leaf(second, 'c'), new Leaf(new Construct(second, 'inner'), 'd')];
    b.node.addDependency(a);
    second.node.addDependency(first);
    const { depths } = orderBy(scope, isLeaf);
    expect([a, b, c, d].map((leaf) => depths.get(leaf))).toEqual([0, 1, 2, 2]);
  });

  it('counts a dependency declared inside a leaf as the leaf’s, and none within one leaf', () => {
    const scope = root();
    const [a, b] = [new Leaf(scope, 'a'), new Leaf(scope, 'b')];
    const [inA, inB, alsoInB] = [new Construct(a, 'x'), new Construct(b, 'x'), new Construct(b, 'y')];
    inB.node.addDependency(inA);
    alsoInB.node.addDependency(inB);
    const { depths, cycles } = orderBy(scope, isLeaf);
    expect([depths.get(a), depths.get(b), cycles]).toEqual([0, 1, []]);
  });

  it('names a cycle in its order, and still orders the rest', () => {
    const scope = root();
    const [a, b, c, free] = ['a', 'b', 'c', 'free'].map((id) => new Leaf(scope, id)) as [
      Leaf,
      Leaf,
      Leaf,
      Leaf,
    ];
    b.node.addDependency(c);
    c.node.addDependency(a);
    a.node.addDependency(b);
    const { depths, cycles } = orderBy(scope, isLeaf);
    expect(cycles.map((cycle) => cycle.map(({ node }) => node.id))).toEqual([['a', 'b', 'c', 'a']]);
    expect(depths.get(free)).toBe(0);
  });

  it('puts every leaf of any acyclic graph one deeper than the deepest it waits for', () => {
    const graph = fc
      .integer({ min: 1, max: 40 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 120 }),
        ),
      );
    fc.assert(
      fc.property(graph, ([size, pairs]) => {
        const scope = root();
        const leaves = Array.from({ length: size }, (_, index) => new Leaf(scope, `${index}`));
        const needs = leaves.map(() => new Set<number>());
        for (const [one, other] of pairs) {
          if (one === other) continue;
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          leaves[high]?.node.addDependency(leaves[low] as Leaf);
          needs[high]?.add(low);
        }
        const { depths, cycles } = orderBy(scope, isLeaf);
        expect(cycles).toEqual([]);
        leaves.forEach((leaf, index) => {
          const below = [...(needs[index] ?? [])].map((low) => depths.get(leaves[low] as Leaf) ?? 0);
          expect(depths.get(leaf)).toBe(below.length === 0 ? 0 : Math.max(...below) + 1);
        });
      }),
    );
  });
});
