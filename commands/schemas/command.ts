/**
 * Writes `imports/schemas/`: what each kind may consist of, from Kubernetes' own OpenAPI description and the CRDs of
 * the operators, at the versions that the platform runs. `npm run schemas` fetches them from their pinned addresses
 * (imports/schemas/sources.json), `npm run schemas -- FOLDER` takes them from a folder of files.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { command } from '../../cli/command-line.js';
import { shared } from '../../rules/schema/shared-schema.js';
import { type Schema, strict } from '../../rules/schema/strict-schema.js';

interface Crd {
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema?: { readonly openAPIV3Schema: Schema };
    }[];
  };
}
interface OpenApi {
  readonly definitions: Readonly<Record<string, Schema>>;
}

const folder = resolve(import.meta.dirname, '../../imports/schemas');
const sources = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8')) as {
  readonly kubernetes: string;
  readonly crds: readonly string[];
};
const description = `Writes imports/schemas/: what each kind may consist of, from the pinned addresses in imports/schemas/sources.json, which
needs a network; or from the files of FOLDER.`;

const [from] = command('npm run schemas --', description)
  .argument('[FOLDER]', 'a folder that holds those files')
  .parse().processedArgs;

/** The texts of all sources: of a folder's files, or from the network. */
async function* texts(): AsyncGenerator<string> {
  if (from) {
    for (const name of readdirSync(from)
      .filter((each) => /\.(json|ya?ml)$/.test(each))
      .sort())
      yield readFileSync(join(from, name), 'utf8');
    return;
  }
  for (const address of [sources.kubernetes, ...sources.crds]) {
    const answer = await fetch(address);
    if (!answer.ok)
      throw new Error(`${address} answers ${answer.status}: mend it in imports/schemas/sources.json`);
    yield await answer.text();
  }
}

const write = (name: string, data: unknown): void => {
  writeFileSync(join(folder, name), `${JSON.stringify(data)}\n`);
};

/** What every object has, which a CRD need not say. */
const whole = (schema: Schema): Schema => ({
  ...schema,
  properties: {
    ...(schema['properties'] as Schema),
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { $ref: 'kubernetes#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
});

mkdirSync(folder, { recursive: true });
const kinds: Record<
  string,
  { readonly plural: string; readonly scope: string; readonly versions: string[] }
> = {};
for await (const text of texts()) {
  if (text.trimStart().startsWith('{')) {
    const { definitions } = JSON.parse(text) as OpenApi;
    write('kubernetes.json', { definitions: strict(definitions) });
    continue;
  }
  for (const document of loadAll(text) as (Crd | null)[]) {
    if (document?.kind !== 'CustomResourceDefinition') continue;
    const { group, scope, names, versions } = document.spec;
    const schemas = versions.flatMap(({ name, schema }) =>
      schema ? [[name, shared(whole(strict(schema.openAPIV3Schema) as Schema))]] : [],
    );
    write(`${group}_${names.kind}.json`, Object.fromEntries(schemas));
    const { kind, plural } = names;
    kinds[`${group}/${kind}`] = { plural, scope, versions: versions.map(({ name }) => name) };
  }
}
write('kinds.json', Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))));
