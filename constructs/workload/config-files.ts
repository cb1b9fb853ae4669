import { createHash } from 'node:crypto';
import { k8s } from 'cdk8s-plus-28';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import { fault } from '../refusals/fault.js';

/** Most that a ConfigMap holds, in bytes. */
const most = 2 ** 20;

/**
 * More than this, in bytes, is applied on the server's side: else Argo CD would keep a copy of the whole object in an
 * annotation, and all annotations together may have 256 KiB.
 */
const large = 2 ** 17;

/**
 * A ConfigMap of small files. Its name ends in a hash of what they say: a pod does not see a change of a file that it
 * has mounted, so a change has to be another ConfigMap, which makes other pods. Reports files that are too large for
 * one.
 */
export function configFiles(unit: Unit, name: string, files: Readonly<Record<string, string>>) {
  const size = Buffer.byteLength(JSON.stringify(files));
  if (size > most)
    Platform.of(unit).problems.add(unit, fault('files-size', { name, size, most }, { field: ['files'] }));
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8);
  const configMap = `${name}-${hash}`;
  const keys = Object.fromEntries(
    Object.keys(files).map((path) => [path, path.replace(/^\//, '').replaceAll('/', '_')]),
  );
  new k8s.KubeConfigMap(unit, `files ${name}`, {
    metadata: {
      name: configMap,
      annotations: size > large ? { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' } : undefined,
    },
    data: Object.fromEntries(Object.entries(files).map(([path, content]) => [keys[path] ?? path, content])),
  });
  return { configMap, keys };
}
