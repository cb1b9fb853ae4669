import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { groupOf, type Manifest } from '../../../constructs/kube/manifest.js';
import { type Schema, structural } from './structural.js';
import { tools } from './tools.js';

const project = resolve(import.meta.dirname, '../../..');

/** A custom resource definition, of which only what is asked here is named. */
interface Definition extends Manifest {
  readonly spec: { readonly group: string; readonly names: { readonly kind: string } };
}

/** The CRDs of the platform's operators, by `group/Kind`. */
export function definitions(): ReadonlyMap<string, Definition> {
  const beside = join(project, '../shared/crds');
  const folder = process.env['PLATFORM_CRDS'] ?? (existsSync(beside) ? beside : undefined);
  const read = (from: string) => textsIn(from).flatMap((text) => loadAll(text) as (Definition | undefined)[]);
  const found = [...(folder ? read(folder) : fromSchemas()), ...read(tools().argocdCrds)].filter(
    (document) => document?.kind === 'CustomResourceDefinition',
  ) as Definition[];
  return new Map(
    found.map((definition) => [`${definition.spec.group}/${definition.spec.names.kind}`, definition]),
  );
}

const textsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Kubernetes asks it of groups below k8s.io: the address of a review. */
const approved = { 'api-approved.kubernetes.io': 'https://github.com/kubernetes/enhancements/pull/1111' };

/** CRDs made of imports/schemas, which were made of the operators' own: the same fields, and no more. */
function fromSchemas(): Definition[] {
  const read = (name: string) => JSON.parse(readFileSync(join(project, 'imports/schemas', name), 'utf8'));
  const kinds = read('kinds.json') as Record<string, { plural: string; scope: string; versions: string[] }>;
  return Object.entries(kinds).map(([key, { plural, scope, versions }]) => {
    const [group = '', kind = ''] = key.split('/');
    const schemas = read(`${group}_${kind}.json`) as Record<string, Schema>;
    return {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}`, annotations: approved },
      spec: {
        group,
        scope,
        names: { kind, plural },
        versions: versions
          .filter((name) => schemas[name])
          .map((name, index, { length }) => ({
            name,
            served: true,
            storage: index === length - 1,
            subresources: { status: {} },
            schema: { openAPIV3Schema: structural(schemas[name] as Schema) },
          })),
      },
    };
  });
}

/** The `group/Kind` of an object. */
export const kindOf = (manifest: { apiVersion: string; kind: string }) =>
  `${groupOf(manifest)}/${manifest.kind}`;
