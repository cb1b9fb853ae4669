import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Fault, fault, sentences } from '../refusals/fault.js';
import { didYouMean, type Text } from '../refusals/text.js';
import { suggest } from '../values/names.js';
import shapes from './shapes.json' with { type: 'json' };

/** The constructs whose props are checked: `ClubApp`, `SystemService`, … */
export type Shape = keyof typeof shapes.definitions;

const ajv = new Ajv({ allErrors: true, logger: false, strict: false, validateSchema: false, verbose: true });
ajv.addSchema(shapes, 'shapes');
const validators = new Map<Shape, ValidateFunction>();

function validatorOf(shape: Shape): ValidateFunction {
  const known = validators.get(shape) ?? ajv.compile({ $ref: `shapes#/definitions/${shape}` });
  validators.set(shape, known);
  return known;
}

/**
 * What is wrong with the fields of what was written: unknown, missing, or of another type. An editor tells by the
 * types; synth does not check those. The schema follows from them by `npm run shapes`.
 */
export function shapeFaults(shape: Shape, given: unknown): Fault[] {
  const validate = validatorOf(shape);
  if (validate(given)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  // Of several things that a value could have been, none is told beside what is wrong with a part of it.
  const inner = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const unique = new Map((inner.length > 0 ? inner : errors).map((error) => [keyOf(error), error]));
  const faults = [...unique.values()].map(faultOf);
  return faults.filter((each) => !followsFromAnother(each, faults));
}

/** What was written without its unknown fields, so that the rest of it can be judged too. */
export const withoutUnknown = <T>(given: T, faults: readonly Fault[]): T =>
  faults
    .filter(({ id }) => id === 'field-unknown')
    .reduce((left, { field = [] }) => without(left, field), given);

function without<T>(given: T, [name = '', ...rest]: readonly string[]): T {
  const copy = (Array.isArray(given) ? [...given] : { ...given }) as Record<string, unknown>;
  if (rest.length === 0) delete copy[name];
  else copy[name] = without(copy[name], rest);
  return copy as T;
}

/** A field is not missing where another one stands that was meant to be it. */
const followsFromAnother = ({ id, field = [] }: Fault, faults: readonly Fault[]): boolean =>
  (id === 'field-missing' || Object.values(ownWords).includes(id as never)) &&
  faults.some(
    (other) =>
      other.id === 'field-unknown' &&
      other.field?.slice(0, -1).join('.') === field.slice(0, -1).join('.') &&
      other.fix.en === didYouMean(field.at(-1) ?? '').en,
  );

/** Thrown by the constructor of a service that has faults in its props: nothing is made of it. */
export class ShapeError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((each) => sentences(each).en).join(' '));
    this.name = 'ShapeError';
  }
}

/** Throws a ShapeError if something is wrong with the fields of what was written. */
export function assertShape(shape: Shape, given: unknown): void {
  const faults = shapeFaults(shape, given);
  if (faults.length > 0) throw new ShapeError(faults);
}

const keyOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  [instancePath, keyword, params['additionalProperty'], params['missingProperty']].join(' ');

/** How many fields are listed where none is near. */
const mostListed = 8;
const inTheDocs: Text = { en: 'one that docs/apps.md names', fr: 'un de ceux que nomme docs/apps.md' };

/** Fields whose absence is told in words of its own. */
const ownWords: Readonly<Record<string, 'image-missing' | 'personal-data-unsaid' | 'repository-missing'>> = {
  image: 'image-missing',
  personalData: 'personal-data-unsaid',
  repository: 'repository-missing',
};

const pathOf = ({ instancePath }: ErrorObject): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function faultOf(error: ErrorObject): Fault {
  const { keyword, params, parentSchema, data } = error;
  const path = pathOf(error);
  const properties = (parentSchema?.['properties'] ?? {}) as Record<string, object>;
  if (keyword === 'additionalProperties') {
    const name = params['additionalProperty'] as string;
    const known = Object.keys(properties);
    const listed = known.length <= mostListed ? known : inTheDocs;
    return fault(
      'field-unknown',
      { name, known: listed },
      { field: [...path, name], near: suggest(name, known) },
    );
  }
  if (keyword === 'required') {
    const name = params['missingProperty'] as string;
    const own = ownWords[name];
    if (own) return fault(own, {}, { field: [...path, name] });
    const example = exampleOf(typesOf(properties[name]));
    return fault('field-missing', { name, example }, { field: [...path, name] });
  }
  const name = path.at(-1) ?? '';
  if (keyword === 'enum' || keyword === 'const') {
    const allowed = ((params['allowedValues'] as unknown[] | undefined) ?? [params['allowedValue']]).map(
      String,
    );
    return fault(
      'field-value',
      { given: shown(data), name, allowed },
      { field: path, near: suggest(String(data), allowed) },
    );
  }
  return typeFault(data, name, path, parentSchema);
}

function typeFault(data: unknown, name: string, field: readonly string[], schema?: object): Fault {
  const types = typesOf(schema);
  if (types.includes('number') && typeof data === 'string' && /^\d+$/.test(data))
    return fault('number-quoted', { name, given: data }, { field });
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean'))
    return fault('text-unquoted', { name, given: data }, { field });
  return fault(
    'field-type',
    { given: shown(data), wanted: wordsOf(schema), example: exampleOf(types) },
    { field },
  );
}

interface Typed {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly object[];
  readonly then?: object;
  readonly else?: object;
}

/** The types that a schema allows. */
function typesOf(schema: object = {}): string[] {
  const { type, anyOf = [], then: one, else: other } = schema as Typed;
  const options = [...anyOf, ...(one ? [one] : []), ...(other ? [other] : [])];
  return [...new Set([...[type ?? []].flat(), ...options.flatMap(typesOf)])];
}

const words: Readonly<Record<string, Text>> = {
  string: { en: 'text', fr: 'du texte' },
  number: { en: 'a number', fr: 'un nombre' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'an object', fr: 'un objet' },
};
const anything: Text = { en: 'something else', fr: 'autre chose' };

/** What a schema allows, in words. */
function wordsOf(schema?: object): Text {
  const [first = anything, ...others] = typesOf(schema).map((type) => words[type] ?? anything);
  return others.reduce(
    (all, each) => ({ en: `${all.en} or ${each.en}`, fr: `${all.fr} ou ${each.fr}` }),
    first,
  );
}

const examples: Readonly<Record<string, string>> = {
  string: "'…'",
  number: '3',
  boolean: 'true',
  array: "['a', 'b']",
  object: '{ … }',
};

const exampleOf = ([type = 'object']: readonly string[]): string => examples[type] ?? '{ … }';

/** A value as it was written, if it is short. */
function shown(value: unknown): Text {
  if (typeof value === 'function') return { en: 'a function', fr: 'une fonction' };
  if (typeof value === 'string') return { en: `'${value}'`, fr: `« ${value} »` };
  const text = JSON.stringify(value) ?? 'undefined';
  if (text.length <= 40) return { en: text, fr: text };
  return Array.isArray(value)
    ? { en: 'this list', fr: 'cette liste' }
    : { en: 'this object', fr: 'cet objet' };
}
