import { createHash } from 'node:crypto';
import { k8s } from 'cdk8s-plus-28';
import type { Unit } from './unit.js';

/**
 * A ConfigMap of small files. Its name ends in a hash of what they say: a pod does not see a change of a file that it
 * has mounted, so a change has to be another ConfigMap, which makes other pods.
 */
export function configFiles(unit: Unit, name: string, files: Readonly<Record<string, string>>) {
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8);
  const configMap = `${name}-${hash}`;
  const keys = Object.fromEntries(
    Object.keys(files).map((path) => [path, path.replace(/^\//, '').replaceAll('/', '_')]),
  );
  new k8s.KubeConfigMap(unit, `files ${name}`, {
    metadata: { name: configMap },
    data: Object.fromEntries(Object.entries(files).map(([path, content]) => [keys[path] ?? path, content])),
  });
  return { configMap, keys };
}
