import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The linters, by the names that they have once they are installed. */
const packages = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7',
  'kube-score': 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.6.7',
} as const;

/** The path of a linter, built the first time and kept beside the other programs. */
export function linter(name: keyof typeof packages): string {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'plateforme-cedille');
  const folder = join(cache, packages[name].replaceAll(/[^\w.-]/g, '_'));
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const staged = mkdtempSync(join(cache, '.build-'));
    try {
      execFileSync('go', ['install', '-trimpath', packages[name]], {
        env: { ...process.env, CGO_ENABLED: '0', GOBIN: staged },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      renameSync(staged, folder);
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
  }
  return join(folder, name);
}

/** What a linter prints. It exits with 1 if it finds something. */
export function lint(name: keyof typeof packages, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(linter(name), args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === null || status > 1 || stdout === '') throw new Error(`${name}: ${stderr.slice(0, 500)}`);
  return stdout;
}
