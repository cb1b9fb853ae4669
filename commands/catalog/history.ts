import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/** The commit that changed a folder last, and its day. */
export interface Since {
  readonly commit: string;
  readonly date: string;
}

/**
 * The commits that changed the folders of `dist/` last, by path. Only of those that the newest commit holds as they are
 * now: what is not committed yet has no commit to name. Empty where git or its history is missing.
 */
export function historyOf(root: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, Since> {
  try {
    if (git(root, 'rev-parse', '--is-shallow-repository').trim() === 'true') return new Map();
    const changed = changedSince(git(root, 'ls-tree', '-r', 'HEAD', '--', 'dist'), files);
    const found = new Map<string, Since>();
    for (const [folder, since] of lastChanges(
      git(root, 'log', '--format=%x00%H %cs', '--name-only', '--', 'dist'),
    ))
      if (!changed.has(folder)) found.set(folder, since);
    return found;
  } catch {
    return new Map();
  }
}

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const folderOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/** The folders whose files differ from those of a commit, as `git ls-tree -r` lists them. */
function changedSince(tree: string, files: ReadonlyMap<string, string>): Set<string> {
  const committed = new Map(
    tree.split('\n').flatMap((line): [string, string][] => {
      const [, hash, path] = /^\d+ blob ([0-9a-f]+)\tdist\/(.*)$/.exec(line) ?? [];
      return hash && path ? [[path, hash]] : [];
    }),
  );
  const paths = new Set([...committed.keys(), ...files.keys()]);
  const differs = (path: string) => {
    const content = files.get(path);
    return content === undefined || blobHash(content) !== committed.get(path);
  };
  return new Set([...paths].filter(differs).map(folderOf));
}

/** What git calls a file of this content. */
const blobHash = (content: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(content)}\0`)
    .update(content)
    .digest('hex');

/** The newest commit of each folder in a log of `\0<commit> <date>` and the names of files below `dist/`. */
function lastChanges(log: string): Map<string, Since> {
  const last = new Map<string, Since>();
  for (const entry of log.split('\0').slice(1)) {
    const [head = '', ...names] = entry.split('\n').filter(Boolean);
    const [commit = '', date = ''] = head.split(' ');
    for (const name of names) {
      const folder = folderOf(name.replace(/^dist\//, ''));
      if (!last.has(folder)) last.set(folder, { commit, date });
    }
  }
  return last;
}
