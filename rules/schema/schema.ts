import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { groupOf, type Manifest } from '../../constructs/kube/manifest.js';
import { oneOf, suggest } from '../../constructs/values/names.js';

/** What does not fit the schema of an object's kind. */
export interface SchemaFault {
  readonly what: string;
  readonly fix: string;
}

interface Definition {
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

const folder = fileURLToPath(new URL('../../imports/schemas/', import.meta.url));
const load = (name: string) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));

/** How many faults of one object are told: the first is often the cause of the others. */
const most = 5;

/**
 * The schemas of Kubernetes 1.28 and of the custom resources, as the API server applies them with strict field
 * validation. Each is compiled when its kind first occurs.
 */
export class Schemas {
  private readonly ajv = new Ajv({
    allErrors: true,
    code: { optimize: false }, // costs more than it saves: each validator sees few objects
    inlineRefs: false,
    logger: false,
    strict: false,
    validateFormats: false,
    validateSchema: false,
    verbose: true,
  });
  private readonly builtIn = new Map<string, string>();
  private readonly validators = new Map<string, ValidateFunction | undefined>();

  constructor() {
    const kubernetes = load('kubernetes.json') as { definitions: Record<string, Definition> };
    this.ajv.addSchema(kubernetes, 'kubernetes');
    for (const [name, definition] of Object.entries(kubernetes.definitions)) {
      for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
        this.builtIn.set(`${group ? `${group}/` : ''}${version}/${kind}`, name);
      }
    }
  }

  /** Whether there is a schema for this kind, in this version. */
  knows(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): boolean {
    return this.validatorOf(manifest) !== undefined;
  }

  /** What does not fit; nothing for a kind that is not known. */
  faults(manifest: Manifest): SchemaFault[] {
    const validate = this.validatorOf(manifest);
    if (!validate || validate(manifest)) return [];
    const told = (validate.errors ?? []).filter(
      ({ keyword }) => !['anyOf', 'oneOf', 'if', 'not'].includes(keyword),
    );
    return (told.length > 0 ? told : (validate.errors ?? [])).slice(0, most).map(faultOf);
  }

  private validatorOf({
    apiVersion,
    kind,
  }: Pick<Manifest, 'apiVersion' | 'kind'>): ValidateFunction | undefined {
    const key = `${apiVersion}/${kind}`;
    if (!this.validators.has(key)) this.validators.set(key, this.compile(key, apiVersion, kind));
    return this.validators.get(key);
  }

  private compile(key: string, apiVersion: string, kind: string): ValidateFunction | undefined {
    const definition = this.builtIn.get(key);
    if (definition) return this.ajv.compile({ $ref: `kubernetes#/definitions/${definition}` });
    const file = `${groupOf({ apiVersion })}_${kind}.json`;
    if (!existsSync(`${folder}${file}`)) return undefined;
    const schema = load(file)[apiVersion.split('/')[1] ?? ''];
    return schema && this.ajv.compile(schema);
  }
}

/** `/spec/containers/0/image` as people write it: `spec.containers[0].image`. */
const readable = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : [path, part].filter(Boolean).join('.')),
      '',
    );

function faultOf({ instancePath, keyword, params, parentSchema, data, message }: ErrorObject): SchemaFault {
  const at = readable(instancePath) || 'it';
  if (keyword === 'additionalProperties') {
    const field = params['additionalProperty'] as string;
    const known = Object.keys(parentSchema?.['properties'] ?? {});
    const near = suggest(field, known);
    const fix = near ? `Did you mean ${near}?` : `It has ${oneOf(known) || 'no fields'}`;
    return { what: `${at} has no field '${field}'`, fix };
  }
  if (keyword === 'required') {
    const field = params['missingProperty'] as string;
    return { what: `${at} lacks '${field}'`, fix: `Add ${field}` };
  }
  const given = typeof data === 'object' ? '' : ` '${String(data)}'`;
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map(String);
    const near = suggest(String(data), allowed);
    return {
      what: `${at}${given} is none of those allowed`,
      fix: `${near ? `Did you mean ${near}? ` : ''}Use ${oneOf(allowed)}`,
    };
  }
  return { what: `${at}${given} ${message ?? 'does not fit'}`, fix: `Give what the kind asks for there` };
}
