import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { groupOf, type Manifest } from '../../constructs/kube/manifest.js';
import { didYouMean, fill, joined, type Text } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import { phraseOf } from './phrases.js';

/** What does not fit the schema of an object's kind. */
export interface SchemaFault {
  readonly what: Text;
  readonly fix: Text;
}

interface Definition {
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

const folder = fileURLToPath(new URL('../../imports/schemas/', import.meta.url));
const load = (name: string) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));

/** How many faults of one object are reported: the first is often the cause of the others. */
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

  /** What does not fit the schema; nothing for a kind without a schema. */
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

/** The field at a JSON pointer: `/spec/containers/0/image` is `spec.containers[0].image`. */
const readable = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : [path, part].filter(Boolean).join('.')),
      '',
    );

const theObject: Text = { en: 'the object', fr: 'l’objet' };
const use: Text = { en: 'Use <allowed>', fr: 'Utilisez <allowed>' };

function faultOf(error: ErrorObject): SchemaFault {
  const { instancePath, keyword, params, parentSchema, data } = error;
  const at = readable(instancePath) || theObject;
  if (keyword === 'additionalProperties') {
    const field = params['additionalProperty'] as string;
    const known = Object.keys(parentSchema?.['properties'] ?? {});
    const near = suggest(field, known);
    return {
      what: fill(
        { en: "<at> has no field '<field>'", fr: '<at> n’a pas de champ « <field> »' },
        { at, field },
      ),
      fix: near
        ? didYouMean(near)
        : fill({ en: 'Its fields are <known>', fr: 'Ses champs sont <known>' }, { known }),
    };
  }
  if (keyword === 'required') {
    const field = params['missingProperty'] as string;
    return {
      what: fill(
        { en: "<at> lacks the field '<field>'", fr: 'il manque le champ « <field> » à <at>' },
        { at, field },
      ),
      fix: { en: `Add ${field}`, fr: `Ajoutez ${field}` },
    };
  }
  const given: Text =
    typeof data === 'object' ? { en: '', fr: '' } : { en: ` '${String(data)}'`, fr: ` « ${String(data)} »` };
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map(String);
    const near = suggest(String(data), allowed);
    const oneOfThem = fill(use, { allowed });
    return {
      what: fill(
        {
          en: '<at><given> is not one of the allowed values',
          fr: '<at><given> n’est pas une valeur permise',
        },
        { at, given },
      ),
      fix: near ? joined(didYouMean(near), oneOfThem) : oneOfThem,
    };
  }
  return {
    what: fill(
      { en: '<at><given> <phrase>', fr: '<at><given> <phrase>' },
      { at, given, phrase: phraseOf(error) },
    ),
    fix: {
      en: 'Give a value that the schema of the kind allows',
      fr: 'Donnez une valeur que le schéma du kind permet',
    },
  };
}
