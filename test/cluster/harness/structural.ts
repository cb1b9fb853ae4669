/** A JSON schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The words under which a schema holds schemas by names that are free. */
const named = new Set(['properties', 'patternProperties']);

/**
 * A schema of imports/schemas as a CRD says it: parts that are said once are written out, fields that are not named
 * are refused by the server itself, and what is open says so.
 */
export function structural(schema: Schema): Schema {
  const parts = (schema['$defs'] ?? {}) as Record<string, Schema>;
  const { $defs, ...root } = schema;
  const { metadata, ...properties } = (root['properties'] ?? {}) as Record<string, Schema>;
  return {
    ...rewrite({ ...root, properties }, parts),
    ...closed,
  };
}

/** The root of an object is never open: the server knows what stands there. */
const closed = { 'x-kubernetes-preserve-unknown-fields': undefined };

/** A schema of its own, which has to say what it is. */
function rewrite(given: Schema, parts: Readonly<Record<string, Schema>>): Schema {
  const schema = resolved(given, parts);
  const inner = within(schema, parts);
  const type = typed(schema['type']);
  const isUntyped = inner['type'] === undefined && Object.keys(type).length === 0;
  const isOpen = schema['type'] === 'object' && schema['additionalProperties'] === undefined;
  return {
    ...inner,
    ...type,
    ...((isUntyped || isOpen) && { 'x-kubernetes-preserve-unknown-fields': true }),
  };
}

const resolved = (schema: Schema, parts: Readonly<Record<string, Schema>>): Schema =>
  typeof schema['$ref'] === 'string' ? (parts[schema['$ref'].replace('#/$defs/', '')] ?? {}) : schema;

const branches = new Set(['allOf', 'anyOf', 'oneOf']);

/** What is in a schema; parts that only narrow another one say no type, and are open as they are. */
function within(schema: Schema, parts: Readonly<Record<string, Schema>>, isBranch = false): Schema {
  const each = (part: Schema): Schema =>
    isBranch ? within(resolved(part, parts), parts, true) : rewrite(part, parts);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === 'additionalProperties' && value === false))
      .map(([key, value]) => {
        if (named.has(key))
          return [
            key,
            Object.fromEntries(
              Object.entries(value as Record<string, Schema>).map(([name, part]) => [name, each(part)]),
            ),
          ];
        if (branches.has(key))
          return [key, (value as Schema[]).map((part) => within(resolved(part, parts), parts, true))];
        if (key === 'not') return [key, within(resolved(value as Schema, parts), parts, true)];
        return typeof value === 'object' &&
          value !== null &&
          (key === 'items' || key === 'additionalProperties')
          ? [key, each(value as Schema)]
          : [key, value];
      }),
  );
}

/** One type, where CRDs allow no list of them. */
function typed(type: unknown): Schema {
  if (!Array.isArray(type)) return {};
  if (type.includes('integer') && type.includes('string'))
    return { type: undefined, 'x-kubernetes-int-or-string': true };
  return { type: type.find((each) => each !== 'null'), nullable: true };
}
