/** A JSON schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The words under which a schema holds schemas by names that are free. */
const named = new Set(['properties', 'patternProperties']);

/**
 * A schema of imports/schemas as a CRD says it: parts that are said once are written out, a choice of types is a word of
 * Kubernetes' own, and what refuses other fields says nothing, because the server does that by itself.
 */
export function structural({ $defs, ...root }: Schema): Schema {
  const { metadata, ...properties } = (root['properties'] ?? {}) as Record<string, Schema>;
  return rewrite({ ...root, properties }, ($defs ?? {}) as Record<string, Schema>);
}

type Parts = Readonly<Record<string, Schema>>;

function rewrite(given: unknown, parts: Parts, isNamed = false): Schema {
  const ref = isNamed ? undefined : (given as Schema)['$ref'];
  const schema = typeof ref === 'string' ? (parts[ref.replace('#/$defs/', '')] ?? {}) : (given as Schema);
  const inner = Object.entries(schema)
    .filter(([key, value]) => isNamed || key !== 'additionalProperties' || value !== false)
    .map(([key, value]) => [key, rewritten(value, parts, !isNamed && named.has(key))]);
  return isNamed ? Object.fromEntries(inner) : { ...Object.fromEntries(inner), ...typed(schema['type']) };
}

function rewritten(value: unknown, parts: Parts, isNamed: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => rewritten(each, parts, false));
  return typeof value === 'object' && value !== null ? rewrite(value, parts, isNamed) : value;
}

/** One type, where CRDs allow no list of them. */
function typed(type: unknown): Schema {
  if (!Array.isArray(type)) return {};
  if (type.includes('integer') && type.includes('string'))
    return { type: undefined, 'x-kubernetes-int-or-string': true };
  return { type: type.find((each) => each !== 'null'), nullable: true };
}
