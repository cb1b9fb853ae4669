import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtOnce, go } from './built.js';

/** The linters, by the names that they have once they are installed. */
const packages = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7',
  'kube-score': 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.6.7',
} as const;

/** The path of a linter, built the first time and kept beside the other programs. */
export function linter(name: keyof typeof packages): string {
  const folder = builtOnce(packages[name].replaceAll(/[^\w.-]/g, '_'), (made) =>
    go(import.meta.dirname, 'install', '-trimpath', packages[name], { GOBIN: made }),
  );
  return join(folder, name);
}

/** What a linter prints. It exits with 1 if it finds something. */
export function lint(name: keyof typeof packages, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(linter(name), args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === null || status > 1 || stdout === '') throw new Error(`${name}: ${stderr.slice(0, 500)}`);
  return stdout;
}
