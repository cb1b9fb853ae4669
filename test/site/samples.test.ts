import { afterAll, describe, expect, it } from 'vitest';
import { Clone } from './clone.js';
import { pages, samplesOf } from './samples.js';
import { needsClone, Reader } from './try.js';

const all = pages.map((page) => ({ page, samples: samplesOf(page) }));
const isTried = ({ language, words }: { language: string; words: object }) =>
  !('not-run' in words) && language !== '' && (language !== 'text' || 'output' in words);

let made: Clone | undefined;

/** The one copy, as the repository is, for pages that change files or run commands. */
function fresh(): Clone {
  if (made) made.reset();
  else made = new Clone();
  return made;
}

describe('What the docs show', () => {
  for (const { page, samples } of all) {
    if (!samples.some(isTried)) continue;
    it(`${page} does what it says`, () => {
      const reader = new Reader(samples.some(needsClone) ? fresh() : undefined);
      for (const sample of samples) {
        try {
          reader.try(sample);
        } catch (error) {
          throw new Error(`${page}:${sample.line}: ${(error as Error).message}`);
        }
      }
      reader.finish();
    });
  }

  const left = all.flatMap(({ samples }) => samples.filter(({ words }) => 'not-run' in words));
  it('is tried, or says why not', () => {
    expect(left.filter(({ words }) => !words['not-run'])).toEqual([]);
    const tried = all.flatMap(({ samples }) => samples.filter(isTried));
    expect(tried.length).toBeGreaterThan(left.length);
  });

  afterAll(() => {
    made?.remove();
    const tried = all.flatMap(({ samples }) => samples.filter(isTried)).length;
    const lines = left.map(({ page, line, words }) => `  ${page}:${line} ${words['not-run']}`);
    console.log(`${tried} samples tried, ${left.length} not run:\n${lines.join('\n')}`);
  });
});
