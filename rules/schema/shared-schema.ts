// By hand, because no library moves repeated parts of a schema to `$defs`. It runs when schemas are generated, not in a synth.
import type { Schema } from './strict-schema.js';

/** Parts with less JSON than this, in characters, are repeated: a reference would save little. */
const minimum = 200;

/** The same schema, with each part that occurs more than once moved to `$defs`. */
export function shared(schema: Schema): Schema {
  const counts = new Map<string, number>();
  count(schema, counts);
  const names = new Map<string, string>();
  const parts: Record<string, unknown> = {};
  const rewrite = (value: unknown, isRoot = false): unknown => {
    if (Array.isArray(value)) return value.map((each) => rewrite(each));
    if (!isPart(value)) return value;
    const text = JSON.stringify(value);
    const inner = () => Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rewrite(part)]));
    if (isRoot || !isSchema(value) || text.length < minimum || (counts.get(text) ?? 0) < 2) return inner();
    let name = names.get(text);
    if (!name) {
      name = `part${names.size}`;
      names.set(text, name);
      parts[name] = inner();
    }
    return { $ref: `#/$defs/${name}` };
  };
  const root = rewrite(schema, true) as Schema;
  return names.size > 0 ? { ...root, $defs: parts } : root;
}

const isPart = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** Whether a part is a schema, which has a type, and not a list of properties. */
const isSchema = (value: Schema): boolean =>
  typeof value['type'] === 'string' || Array.isArray(value['type']);

function count(value: unknown, counts: Map<string, number>): void {
  if (Array.isArray(value)) for (const each of value) count(each, counts);
  else if (isPart(value)) {
    if (isSchema(value)) {
      const text = JSON.stringify(value);
      const seen = (counts.get(text) ?? 0) + 1;
      counts.set(text, seen);
      if (seen > 1) return; // its parts are counted already
    }
    for (const part of Object.values(value)) count(part, counts);
  }
}
