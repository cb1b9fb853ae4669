import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder that is built once and kept for later runs, under a name that says what it is built of. It is built beside
 * the cache and moved there as a whole, so that a build that was interrupted leaves no half of one.
 */
export function builtOnce(name: string, build: (folder: string) => void): string {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'plateforme-cedille');
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const staged = mkdtempSync(join(cache, '.build-'));
  try {
    build(staged);
    renameSync(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  return folder;
}

/** Runs Go in a folder, and gives what it prints. Objects among the words are its environment. */
export function go(cwd: string, ...args: (string | Record<string, string>)[]): string {
  const words = args.filter((arg) => typeof arg === 'string');
  const environment = Object.assign({}, ...args.filter((arg) => typeof arg !== 'string'));
  try {
    return execFileSync('go', words, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CGO_ENABLED: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').trim();
    throw new Error(`go ${words.join(' ')}: ${said.split('\n').slice(-3).join(' | ')}`);
  }
}
