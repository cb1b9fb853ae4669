import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What git puts into a file where a merge found two versions of the same lines. */
const marker = /^(?:<{7} .*|={7}|>{7} .*)$/m;

/** A line that a merge has left in a file. */
export interface Conflict {
  readonly line: number;
  readonly marker: string;
}

/** The first line that a merge has left in a text; undefined if there is none. */
export function conflictOf(text: string): Conflict | undefined {
  const found = marker.exec(text);
  return found ? { line: text.slice(0, found.index).split('\n').length, marker: found[0] } : undefined;
}

/** A file in which a merge has left something. */
export interface ConflictedFile extends Conflict {
  readonly path: string;
}

/** The files among these, or in these folders, in which a merge has left something. */
export function conflictsIn(root: string, paths: readonly string[]): ConflictedFile[] {
  return paths.flatMap((path) => {
    const at = join(root, path);
    const found = statSync(at, { throwIfNoEntry: false });
    if (found?.isDirectory())
      return conflictsIn(
        root,
        readdirSync(at)
          .sort()
          .map((name) => `${path}/${name}`),
      );
    const conflict =
      found && /\.(ts|mjs|yaml)$/.test(path) ? conflictOf(readFileSync(at, 'utf8')) : undefined;
    return conflict ? [{ path, ...conflict }] : [];
  });
}
