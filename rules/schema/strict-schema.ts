// By hand, because Kubernetes' dialect of JSON schema is its own. It runs when schemas are generated, not in a synth.

/** A JSON schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** What is for people, or for `kubectl patch`, and says nothing of what may be written. */
const dropped = new Set([
  'description',
  'example',
  'externalDocs',
  'title',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-unions',
]);

/** The words under which a schema holds schemas by names that are free. */
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

/** A number or a text, where Kubernetes takes either; null, where it takes that. */
function anyOfTypes(schema: Record<string, unknown>): Record<string, unknown> {
  const { 'x-kubernetes-int-or-string': either, format, nullable, pattern, ...open } = schema;
  const rest = isPattern(pattern) ? { ...open, pattern } : open;
  if (either || format === 'int-or-string') return { ...without(rest, 'anyOf'), type: ['integer', 'string'] };
  if (nullable && typeof rest['type'] === 'string') return { ...rest, type: [rest['type'], 'null'] };
  return rest;
}

const without = (schema: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));

/** Go reads a few patterns that JavaScript does not, those that begin with flags. */
const isPattern = (pattern: unknown): boolean => {
  try {
    return typeof pattern === 'string' && new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

function closed(schema: Record<string, unknown>): Record<string, unknown> {
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-embedded-resource'];
  // Parts of a schema that only narrow another one have no type.
  const isObject =
    schema['type'] === 'object' || (Array.isArray(schema['type']) && schema['type'].includes('object'));
  if (open || !isObject || !schema['properties'] || schema['additionalProperties'] !== undefined)
    return schema;
  return { ...schema, additionalProperties: false };
}
