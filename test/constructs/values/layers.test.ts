import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layer, mergeLayer } from '../../../constructs/values/layers.js';

interface Shape {
  readonly env: Record<string, string>;
  readonly args?: readonly string[];
  readonly replicas: number;
}

const base: Shape = { env: { A: '1', B: '2' }, args: ['-x', '-y'], replicas: 2 };
const over = (layer: Layer<Shape>) => mergeLayer(base, layer);

describe('mergeLayer', () => {
  it('merges objects key by key', () => {
    expect(over({ env: { B: '3', C: '4' } }).env).toEqual({ A: '1', B: '3', C: '4' });
  });

  it('replaces lists and scalars', () => {
    expect(over({ args: ['-z'], replicas: 0 })).toMatchObject({ args: ['-z'], replicas: 0 });
  });

  it('keeps what is below undefined', () => {
    expect(over({ args: undefined, env: { A: undefined } })).toEqual(base);
  });

  it('replaces functions and values of classes whole', () => {
    const when = new Date(0);
    const merged = mergeLayer<object>({ at: { year: 1 }, make: () => 1 }, { at: when, make: undefined });
    expect(merged).toMatchObject({ at: when });
  });

  const tree = fc.object({ maxDepth: 3 });

  it('changes neither of the two', () => {
    fc.assert(
      fc.property(tree, tree, (below, above) => {
        const before = structuredClone([below, above]);
        mergeLayer(below, above as never);
        expect([below, above]).toEqual(before);
      }),
    );
  });

  it('has the empty layer as identity, and a layer twice is a layer once', () => {
    fc.assert(
      fc.property(tree, tree, (below, above) => {
        expect(mergeLayer(below, {} as never)).toEqual(below);
        const once = mergeLayer(below, above as never);
        expect(mergeLayer(once, above as never)).toEqual(once);
      }),
    );
  });
});

// What cannot be layered cannot be written: these lines do not compile without their comment.
// @ts-expect-error a list is replaced whole, not in part
over({ args: { 0: '-z' } });
// @ts-expect-error the base has no such field
over({ replica: 3 });
// @ts-expect-error a scalar keeps its type
over({ replicas: '3' });
