import { existsSync } from 'node:fs';
import { listFiles } from '../cli/files.js';
import { isApp } from '../constructs/app/app.js';
import type { Platform } from '../constructs/platform/platform.js';
import type { Problem } from '../constructs/problems/problems.js';
import { fault } from '../constructs/refusals/fault.js';
import { SystemService } from '../constructs/service/system-service.js';
import { splitEnvironment } from '../constructs/values/environments.js';

/** Folders of `dist/` that hold no units. */
const noClusters = new Set(['argocd', 'omni']);

/** `chess` of `host/chess-prod`, `prod/chess` and `sandbox/chess-preview`: whose unit that is. */
function nameOf(unit: string): string {
  const [cluster = '', folder = ''] = unit.split('/');
  const plain = folder.replace(/-preview(-room)?$/, '');
  return (cluster === 'host' ? splitEnvironment(plain)?.app : undefined) ?? plain;
}

/**
 * What would leave its cluster although no file says so: units that are in the folder as it was and not in what is to be
 * written. A file says so by `enabled: false`; a person by naming it in `confirmed`.
 */
export function removalFaults(
  platform: Platform,
  outdir: string,
  files: ReadonlyMap<string, string>,
  { confirmed, stays }: { readonly confirmed: readonly string[]; readonly stays: (path: string) => boolean },
): Problem[] {
  if (!existsSync(outdir)) return [];
  const unitOf = (path: string) => path.split('/').slice(0, 2).join('/');
  const written = new Set([...files.keys()].map(unitOf));
  const counts = new Map<string, number>();
  for (const path of listFiles(outdir)) {
    const [cluster = '', , file] = path.split('/');
    if (!file || noClusters.has(cluster) || written.has(unitOf(path)) || stays(path)) continue;
    const name = nameOf(unitOf(path));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const said = new Set([...confirmed, ...namesThatMayGo(platform)]);
  return [...counts]
    .filter(([name]) => !said.has(name))
    .map(([name, count]) => ({ ...fault('removal-unconfirmed', { name, count }), path: name }));
}

/** What is switched off, and services: what an app needs of one inside a virtual cluster goes when no app needs it. */
const namesThatMayGo = (platform: Platform): string[] => [
  'namespaces',
  ...platform.node.children.flatMap((construct) => {
    if (isApp(construct)) return construct.enabled ? [] : [construct.node.id];
    return SystemService.isSystemService(construct) ? [construct.folder] : [];
  }),
];
