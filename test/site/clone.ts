import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './samples.js';

/** A copy of the repository as it lies here, in which a page's samples may do what they want, and then the next's. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), 'docs-clone-'));

  private readonly home = mkdtempSync(join(tmpdir(), 'docs-home-'));

  constructor() {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
    });
    for (const name of new Set(files.toString().split('\0').filter(Boolean))) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      cpSync(join(root, name), join(this.folder, name));
    }
    this.makeRoom();
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    const done = this.run(
      'git init --quiet && git add . && git commit --quiet --message base && git tag base',
    );
    if (done.status !== 0) throw new Error(done.output);
  }

  /** Twice the workers: what is tried is the page, not how much room the servers have left this week. */
  private makeRoom(): void {
    const path = 'system/settings.ts';
    const text = this.read(path).replace(
      /(workers: placeholder\([^{]*\{\s*count: )(\d+)/,
      (_, start, count) => start + 2 * count,
    );
    if (text === this.read(path)) throw new Error(`${path} does not say how many workers there are`);
    this.write(path, text);
  }

  /** Makes it as it was at first. What git ignores goes too, but for node_modules. */
  reset(): void {
    const done = this.run(`
      git checkout --quiet --force --detach base
      git clean --quiet -dffx --exclude node_modules
      git for-each-ref --format='%(refname)' refs/heads | xargs --no-run-if-empty -n1 git update-ref -d
      git checkout --quiet -b master`);
    if (done.status !== 0) throw new Error(done.output);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs commands as a new contributor would, without anything of this machine's own settings. */
  run(commands: string): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', commands], {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: this.home,
        NO_COLOR: '1',
        NPM_CONFIG_UPDATE_NOTIFIER: 'false', // it would ask the network
        GIT_AUTHOR_NAME: 'Reader',
        GIT_AUTHOR_EMAIL: 'reader@example.com',
        GIT_COMMITTER_NAME: 'Reader',
        GIT_COMMITTER_EMAIL: 'reader@example.com',
      },
    });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    for (const folder of [this.folder, this.home]) rmSync(folder, { recursive: true, force: true });
  }
}
