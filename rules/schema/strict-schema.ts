// By hand, because Kubernetes' dialect of JSON schema is its own. It runs when schemas are generated, not in a synth.

/** A JSON schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** Keywords that do not restrict values: descriptions, and hints for `kubectl patch`. */
const dropped = new Set([
  'description',
  'example',
  'externalDocs',
  'title',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-unions',
]);

/** Keywords whose values are schemas by name. */
const named = new Set(['properties', 'definitions', 'patternProperties']);

/**
 * A schema of Kubernetes' dialect as a plain JSON schema that refuses fields it does not name, as the API server does
 * with strict field validation.
 */
export function strict(schema: unknown, isNamed = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => strict(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const given = schema as Schema;
  const entries = Object.entries(given)
    .filter(
      ([key, value]) => isNamed || !(dropped.has(key) && (typeof value === 'string' || key !== 'example')),
    )
    .map(([key, value]) => [
      key,
      key === 'default' || key === 'enum' ? value : strict(value, !isNamed && named.has(key)),
    ]);
  const made = Object.fromEntries(entries) as Record<string, unknown>;
  if (isNamed) return made;
  return closed(anyOfTypes(made));
}

/** Integer or string, where Kubernetes allows both; null, where it is allowed. */
function anyOfTypes(schema: Record<string, unknown>): Record<string, unknown> {
  const { 'x-kubernetes-int-or-string': either, format, nullable, pattern, ...open } = schema;
  const rest = isPattern(pattern) ? { ...open, pattern } : open;
  if (either || format === 'int-or-string') return { ...without(rest, 'anyOf'), type: ['integer', 'string'] };
  if (nullable && typeof rest['type'] === 'string') return { ...rest, type: [rest['type'], 'null'] };
  return rest;
}

const without = (schema: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));

/** Whether JavaScript can read a pattern: Go allows flags at its beginning, JavaScript does not. */
const isPattern = (pattern: unknown): boolean => {
  try {
    return typeof pattern === 'string' && new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

function closed(schema: Record<string, unknown>): Record<string, unknown> {
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-embedded-resource'];
  // A part without a type only restricts another part: closing it would forbid the fields of the other.
  const isObject =
    schema['type'] === 'object' || (Array.isArray(schema['type']) && schema['type'].includes('object'));
  if (open || !isObject || !schema['properties'] || schema['additionalProperties'] !== undefined)
    return schema;
  return { ...schema, additionalProperties: false };
}
