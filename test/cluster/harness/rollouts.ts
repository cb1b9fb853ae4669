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
import type { Manifest } from '../../../constructs/manifest.js';
import { documents } from './dist.js';

const source = join(import.meta.dirname, '../go/rollouts');
const module = 'github.com/argoproj/argo-rollouts';

/** The controller of Argo Rollouts, and the CRDs of the very source it was built of. */
export interface ArgoRollouts {
  readonly controller: string;
  readonly crds: readonly Manifest[];
}

/** Built the first time, in about 4 minutes, and kept beside the other programs under a key of its source and Go's version. */
export function argoRollouts(): ArgoRollouts {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'plateforme-cedille');
  const hash = createHash('sha256').update(go('env', 'GOVERSION', 'GOOS', 'GOARCH'));
  for (const file of readdirSync(source).sort()) hash.update(readFileSync(join(source, file)));
  const folder = join(cache, `argo-rollouts-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) build(cache, folder);
  const crds = readdirSync(join(folder, 'crds')).filter((name) => name.endsWith('-crd.yaml'));
  return {
    controller: join(folder, 'controller'),
    crds: crds.flatMap((name) => documents<Manifest>(join(folder, 'crds', name))),
  };
}

/** Builds beside the cache and moves the whole into it, so that a build that was interrupted leaves no half of one. */
function build(cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  const staged = mkdtempSync(join(cache, '.build-'));
  try {
    const output = join(staged, 'controller');
    go(
      'build',
      '-trimpath',
      '-buildvcs=false',
      '-ldflags',
      '-s -w',
      '-o',
      output,
      `${module}/cmd/rollouts-controller`,
    );
    const root = go('list', '-m', '-f', '{{.Dir}}', module).trim();
    cpSync(join(root, 'manifests/crds'), join(staged, 'crds'), { recursive: true, mode: 0 });
    renameSync(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

const go = (...args: string[]): string =>
  execFileSync('go', args, {
    cwd: source,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
