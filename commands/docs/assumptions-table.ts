import type { Assumption } from '../../constructs/problems/assumed.js';
import { table } from './table.js';

/**
 * What is assumed, or what has to be set, each with the file that says so. Without values and lines, so that the page
 * stays as it is when a value changes.
 */
export function assumptionsTable(all: readonly Assumption[], kind: Assumption['kind']): string {
  const rows = all
    .filter((each) => each.kind === kind)
    .map(({ source, why }) => {
      const file = source.replace(/:\d+$/, '');
      return `[${file}](../${file})\0${why}`;
    });
  return table(
    ['file', kind === 'assumed' ? 'what is assumed, and why' : 'what has to be put there'],
    [...new Set(rows)].sort().map((each) => each.split('\0')),
  );
}
