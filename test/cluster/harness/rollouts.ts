import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { builtOnce, go } from './built.js';
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
  const hash = createHash('sha256').update(go(source, 'env', 'GOVERSION', 'GOOS', 'GOARCH'));
  for (const file of readdirSync(source).sort()) hash.update(readFileSync(join(source, file)));
  const folder = builtOnce(`argo-rollouts-${hash.digest('hex').slice(0, 16)}`, build);
  const crds = readdirSync(join(folder, 'crds')).filter((name) => name.endsWith('-crd.yaml'));
  return {
    controller: join(folder, 'controller'),
    crds: crds.flatMap((name) => documents<Manifest>(join(folder, 'crds', name))),
  };
}

function build(folder: string): void {
  const flags = ['-trimpath', '-buildvcs=false', '-ldflags', '-s -w'];
  go(source, 'build', ...flags, '-o', join(folder, 'controller'), `${module}/cmd/rollouts-controller`);
  const root = go(source, 'list', '-m', '-f', '{{.Dir}}', module).trim();
  cpSync(join(root, 'manifests/crds'), join(folder, 'crds'), { recursive: true, mode: 0 });
}
