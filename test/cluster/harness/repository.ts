import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The platform's repository as Argo CD sees it: a bare one, whose only content is a `dist/`. */
export class Repository {
  readonly bare: string;
  /** A work tree, to change files in before a commit. */
  readonly tree: string;

  constructor(
    folder: string,
    dist: string,
    private readonly branch: string,
  ) {
    this.bare = join(folder, 'platform.git');
    this.tree = join(folder, 'tree');
    mkdirSync(this.tree, { recursive: true });
    execFileSync('git', ['init', '--quiet', '--bare', `--initial-branch=${branch}`, this.bare]);
    execFileSync('git', ['init', '--quiet', `--initial-branch=${branch}`, this.tree]);
    cpSync(dist, join(this.tree, 'dist'), { recursive: true });
    this.commit('dist as it is');
  }

  /** Commits the work tree, pushes it, and gives the commit's id. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', message);
    this.git('push', '--quiet', this.bare, this.branch);
    return this.head;
  }

  /** The last commit's id. */
  get head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }

  private git(...args: string[]): string {
    return execFileSync('git', ['-C', this.tree, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  }
}
