import { diffArrays } from 'diff';

/** One line of a text that changes. */
export interface Line {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

/** The lines that differ between two texts, without those at both ends that are the same. */
export function lineChanges(before: string, after: string): Line[] {
  const changes = diffArrays(before.split('\n'), after.split('\n'));
  const isSame = (index: number): boolean => changes.at(index)?.added === changes.at(index)?.removed;
  const inside = changes.slice(isSame(0) ? 1 : 0, isSame(-1) ? -1 : undefined);
  return inside.flatMap(({ added, removed, value }) =>
    value.map((text): Line => ({ mark: added ? '+' : removed ? '-' : ' ', text })),
  );
}
