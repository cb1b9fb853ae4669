import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../values/fault.js';

/** What git puts into a file where a merge found two versions of the same lines. */
const marker = /^(?:<{7} .*|={7}|>{7} .*)$/m;

/** A line that a merge has left in a file. */
export interface Conflict extends Fault {
  readonly line: number;
}

/** The first line of a text that a merge has left there; undefined if there is none. */
export function conflictOf(text: string): Conflict | undefined {
  const found = marker.exec(text);
  if (!found) return undefined;
  const line = text.slice(0, found.index).split('\n').length;
  return {
    line,
    what: `a merge has left '${found[0]}' there`,
    mend: 'Resolve the conflict: keep what is meant of both sides, without the lines of <, = and >',
  };
}

/** A file with what a merge has left in it. */
export interface ConflictedFile {
  readonly path: string;
  readonly conflict: Conflict;
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
    return conflict ? [{ path, conflict }] : [];
  });
}
