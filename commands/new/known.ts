import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { listFiles } from '../../cli/files.js';
import type { Owner } from '../../constructs/app/owner.js';
import type { ChartPin } from '../../constructs/argocd/helm-source.js';

/** What the project holds already, which new answers must not run into. */
export interface Known {
  /** Names of apps and services, with the file or folder that has each. */
  readonly names: ReadonlyMap<string, string>;
  /** Public hosts, with the file that serves each. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The clubs by their keys in `apps/clubs.ts`. */
  readonly clubs: Readonly<Record<string, Owner>>;
  /** The charts that `system/Chart.yaml` pins. */
  readonly charts: readonly ChartPin[];
}

/** Looks at the project in `root`. */
export async function known(root: string): Promise<Known> {
  const { clubs } = (await import(join(root, 'apps/clubs.ts'))) as { clubs: Record<string, Owner> };
  const pins = load(readFileSync(join(root, 'system/Chart.yaml'), 'utf8')) as { dependencies: ChartPin[] };
  return { names: namesIn(root), hosts: hostsIn(root), clubs, charts: pins.dependencies };
}

function namesIn(root: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of listFiles(join(root, 'dist'))) {
    const [cluster, unit, file] = path.split('/');
    if (file && unit) names.set(unit, `dist/${cluster}/${unit}`);
  }
  for (const folder of ['system', 'apps'])
    for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts')))
      names.set(file.replace(/\.ts$/, ''), `${folder}/${file}`);
  return names;
}

function hostsIn(root: string): Map<string, string> {
  const hosts = new Map<string, string>();
  for (const path of listFiles(join(root, 'dist')).filter((name) => /\/Ingress\.[^/]+$/.test(name))) {
    const { spec } = load(readFileSync(join(root, 'dist', path), 'utf8')) as {
      spec: { rules?: { host?: string }[] };
    };
    for (const { host } of spec.rules ?? []) if (host) hosts.set(host, `dist/${path}`);
  }
  return hosts;
}
