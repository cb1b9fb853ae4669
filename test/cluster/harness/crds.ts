import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { groupOf, type Manifest } from '../../../constructs/manifest.js';
import { tools } from './tools.js';

const project = resolve(import.meta.dirname, '../../..');

/** A custom resource definition, of which only what is asked here is named. */
interface Definition extends Manifest {
  readonly spec: { readonly group: string; readonly names: { readonly kind: string } };
}

/** The CRDs of the platform's operators, by `group/Kind`. */
export async function definitions(): Promise<ReadonlyMap<string, Definition>> {
  const beside = join(project, '../shared/crds');
  const folder = process.env['PLATFORM_CRDS'] ?? (existsSync(beside) ? beside : undefined);
  const texts = folder ? textsIn(folder) : await download();
  const found = [...texts, ...textsIn(tools().argocdCrds)]
    .flatMap((text) => loadAll(text) as (Definition | undefined)[])
    .filter((document) => document?.kind === 'CustomResourceDefinition') as Definition[];
  return new Map(
    found.map((definition) => [`${definition.spec.group}/${definition.spec.names.kind}`, definition]),
  );
}

const textsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** The CRDs that `cdk8s import` takes, from where it takes them. */
async function download(): Promise<string[]> {
  const { imports } = load(readFileSync(join(project, 'cdk8s.yaml'), 'utf8')) as { imports: string[] };
  const addresses = new Set(imports.map((line) => line.slice(line.indexOf(':=') + 2)));
  return Promise.all(
    [...addresses].map(async (address) => {
      const response = await fetch(address).catch((error: Error) => error);
      if (response instanceof Response && response.ok) return response.text();
      const why = response instanceof Response ? response.statusText : response.message;
      throw new Error(
        `${address} cannot be fetched (${why}): put the CRDs into a folder and name it in PLATFORM_CRDS`,
      );
    }),
  );
}

/** The `group/Kind` of an object. */
export const kindOf = (manifest: { apiVersion: string; kind: string }) =>
  `${groupOf(manifest)}/${manifest.kind}`;
