// By hand, because no kept library puts a whole folder in the place of another at once.
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exists, listFiles } from '../cli/files.js';

/** What a write changed, as paths below the folder. */
export interface Change {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes `folder` hold exactly `files`. All is written beside it first and then swapped in by renaming, so
 * that an error, a full disk or a kill leaves the old folder whole. A file that stays the same keeps its
 * inode and its modification time; so does one that is not given and `stays`.
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  stays: (path: string) => boolean = () => false,
): Change {
  const target = resolve(folder);
  const staging = (what: string) => join(dirname(target), `.${basename(target)}.${what}-${process.pid}`);
  const [next, previous] = [staging('next'), staging('previous')];
  recover(target);

  const old = new Set(listFiles(target));
  const removed = [...old].filter((path) => !files.has(path) && !stays(path));
  const kept = [...old].filter((path) => !files.has(path) && stays(path));
  const added: string[] = [];
  const changed: string[] = [];
  const same: string[] = [];
  for (const [path, content] of files) {
    if (!old.has(path)) added.push(path);
    else if (readFileSync(join(target, path), 'utf8') !== content) changed.push(path);
    else same.push(path);
  }
  const change = { added: added.sort(), changed: changed.sort(), removed: removed.sort() };
  if (added.length + changed.length + removed.length === 0 && old.size > 0) return change;

  try {
    mkdirSync(next, { recursive: true });
    const folders = new Set([...files.keys(), ...kept].map((path) => dirname(path)));
    for (const path of folders) mkdirSync(join(next, path), { recursive: true });
    for (const path of [...same, ...kept]) keep(join(target, path), join(next, path));
    for (const path of [...added, ...changed]) writeFileSync(join(next, path), files.get(path) ?? '');
    swap(next, target, previous);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
  return change;
}

/** Puts `next` in the place of `target`, which goes to `previous`; or, if that fails, back. */
function swap(next: string, target: string, previous: string): void {
  const existed = exists(target);
  if (existed) renameSync(target, previous);
  try {
    renameSync(next, target);
  } catch (error) {
    if (existed) renameSync(previous, target);
    throw error;
  }
}

/** Tidies up after a synth that was killed: the old folder goes back if it was between the two renames. */
function recover(target: string): void {
  const prefix = `.${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    const [, what, pid] =
      /^(next|previous)-(\d+)$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
    if (!what || isRunning(Number(pid))) continue;
    const left = join(dirname(target), name);
    if (what === 'previous' && !exists(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The same file under a second name; a copy of it where the file system cannot do that. */
function keep(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
