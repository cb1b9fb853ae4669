import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of each file of a `dist/`, by its path in there. */
export type Tree = ReadonlyMap<string, string>;

/** Something that the person who runs the command can mend. */
export class UseError extends Error {}

const git = (cwd: string, args: readonly string[], input?: string): Buffer =>
  execFileSync('git', args, { cwd, input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'pipe'] });

const tryGit = (cwd: string, args: readonly string[]): string | undefined => {
  try {
    return git(cwd, args).toString().trim() || undefined;
  } catch {
    return undefined;
  }
};

const commitOf = (cwd: string, revision: string) =>
  tryGit(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);

/**
 * The commit to compare with: what is asked for, else where this branch left the main one, else HEAD.
 * Throws a UseError where there is none.
 */
export function baseCommit(cwd: string, asked: string | undefined, mainBranch: string): string {
  if (tryGit(cwd, ['rev-parse', '--git-dir']) === undefined)
    throw new UseError('this is no git repository. Run it in a clone of the platform.');
  if (asked !== undefined) {
    const commit = commitOf(cwd, asked);
    if (!commit) throw new UseError(`git knows no revision '${asked}'. Name a branch, a tag or a commit.`);
    return commit;
  }
  const head = commitOf(cwd, 'HEAD');
  if (!head) throw new UseError('there is no commit yet to compare with. Commit something first.');
  const names = [`origin/${mainBranch}`, mainBranch, 'origin/HEAD', 'main'];
  const main = names.find((name) => commitOf(cwd, name));
  if (!main) return head;
  const base = tryGit(cwd, ['merge-base', 'HEAD', main]);
  if (!base)
    throw new UseError(
      `HEAD and ${main} have no commit in common here. Run git fetch --unshallow, or name BASE.`,
    );
  return base;
}

/** The files below `dist/` of a commit, by two processes however many there are. Empty if it has none. */
export function treeOfCommit(cwd: string, commit: string): Tree {
  const listing = git(cwd, ['ls-tree', '-r', '-z', commit, 'dist/']).toString();
  const entries = listing.split('\0').flatMap((line) => {
    const [, object, path] = /^100\d{3} blob (\w+)\tdist\/(.+)$/s.exec(line) ?? [];
    return object && path ? [{ object, path }] : [];
  });
  const answer = git(cwd, ['cat-file', '--batch'], entries.map(({ object }) => `${object}\n`).join(''));
  const files = new Map<string, string>();
  let at = 0;
  for (const { path } of entries) {
    const end = answer.indexOf(10, at);
    const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
    files.set(path, answer.toString('utf8', end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return files;
}

/** The files below `dist/` as they lie there. Links are not followed: they may lead out of the repository. */
export function treeOfFolder(cwd: string): Tree {
  const root = join(cwd, 'dist');
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  if (!lstatSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UseError('there is no dist/ here. Write it with npx cdk8s synth.');
  walk('');
  return files;
}
