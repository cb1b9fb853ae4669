import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

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
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'plateforme-cedille');
  const folder = join(cache, key());
  if (!existsSync(folder)) build(cache, folder);
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

/** Builds beside the cache and moves the whole into it, so that a build that was interrupted leaves no half of one. */
function build(cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  const staged = mkdtempSync(join(cache, '.build-'));
  try {
    for (const [name, versions] of Object.entries(modules)) {
      const flags = ['-s', '-w', ...versions].join(' ');
      timed(name, () => go(join(sources, name), 'build', ...stripped, flags, '-o', join(staged, name), '.'));
    }
    for (const program of installed) {
      timed(program, () => go(sources, 'install', ...stripped, '-s -w', program, { GOBIN: staged }));
    }
    const argo = go(
      join(sources, 'argocd'),
      'list',
      '-m',
      '-f',
      '{{.Dir}}',
      'github.com/argoproj/argo-cd/v2',
    );
    cpSync(join(argo.trim(), 'manifests/crds'), join(staged, 'argocd-crds'), { recursive: true, mode: 0 });
    renameSync(staged, folder);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}

function go(cwd: string, ...args: (string | Record<string, string>)[]): string {
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

function timed(name: string, work: () => void): void {
  const began = Date.now();
  work();
  console.log(`built ${name} in ${Math.round((Date.now() - began) / 1000)} s`);
}
