import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtOnce, go } from './built.js';

/** The real programs, built from source. */
export interface Tools {
  /** The folder they lie in. */
  readonly folder: string;
  /** Plays etcd and the servers of Kubernetes by its first argument. */
  readonly kubernetes: string;
  /** Plays the programs of Argo CD by ARGOCD_BINARY_NAME. */
  readonly argocd: string;
  readonly kwok: string;
  /** The folder of Argo CD's own CRDs, from the very source it was built of. */
  readonly argocdCrds: string;
}

const argoVersion = '2.11.7';
const kubernetesVersion = { major: '1', minor: '28', full: 'v1.28.15' };

/** What is built from a module of ours, with the versions that a program otherwise does not know of itself. */
const modules = {
  kubernetes: Object.entries({
    gitVersion: kubernetesVersion.full,
    gitMajor: kubernetesVersion.major,
    gitMinor: kubernetesVersion.minor,
  }).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`),
  argocd: [`-X github.com/argoproj/argo-cd/v2/common.version=${argoVersion}`],
};

/** What is installed as it is. Argo CD's repo server calls helm and kustomize. */
const installed = [
  'sigs.k8s.io/kwok/cmd/kwok@v0.4.0',
  'helm.sh/helm/v3/cmd/helm@v3.14.4',
  'sigs.k8s.io/kustomize/kustomize/v5@v5.4.3',
];

const sources = join(import.meta.dirname, '../go');
const stripped = ['-trimpath', '-buildvcs=false', '-ldflags'];

/** The programs, from the cache if they were built before: what they are built of is in the cache's key. */
export function tools(): Tools {
  for (const [program, mend] of [
    ['go', 'install Go 1.21 or newer'],
    ['redis-server', 'install the package redis-server'],
    ['openssl', 'install openssl'],
    ['git', 'install git'],
  ] as const) {
    if (!isThere(program)) throw new Error(`the cluster tests need ${program}, which is not there: ${mend}`);
  }
  const folder = builtOnce(key(), build);
  return {
    folder,
    kubernetes: join(folder, 'kubernetes'),
    argocd: join(folder, 'argocd'),
    kwok: join(folder, 'kwok'),
    argocdCrds: join(folder, 'argocd-crds'),
  };
}

function isThere(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

function key(): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      modules,
      installed,
      execFileSync('go', ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { encoding: 'utf8' }),
    ]),
  );
  for (const name of Object.keys(modules)) {
    for (const file of readdirSync(join(sources, name)).sort())
      hash.update(readFileSync(join(sources, name, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function build(folder: string): void {
  for (const [name, versions] of Object.entries(modules)) {
    const flags = ['-s', '-w', ...versions].join(' ');
    timed(name, () => go(join(sources, name), 'build', ...stripped, flags, '-o', join(folder, name), '.'));
  }
  for (const program of installed) {
    timed(program, () => go(sources, 'install', ...stripped, '-s -w', program, { GOBIN: folder }));
  }
  const argo = go(join(sources, 'argocd'), 'list', '-m', '-f', '{{.Dir}}', 'github.com/argoproj/argo-cd/v2');
  cpSync(join(argo.trim(), 'manifests/crds'), join(folder, 'argocd-crds'), { recursive: true, mode: 0 });
}

function timed(name: string, work: () => void): void {
  const began = Date.now();
  work();
  console.log(`built ${name} in ${Math.round((Date.now() - began) / 1000)} s`);
}
