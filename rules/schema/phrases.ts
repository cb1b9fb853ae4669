import type { ErrorObject } from 'ajv';
import { fill, type Text } from '../../constructs/refusals/text.js';

/** What is wrong with a value, by the keyword of JSON schema that it breaks. `<limit>` is the value of the keyword. */
const phrases: Readonly<Record<string, Text>> = {
  const: { en: 'must be <limit>', fr: 'doit être <limit>' },
  exclusiveMaximum: { en: 'must be less than <limit>', fr: 'doit être inférieur à <limit>' },
  exclusiveMinimum: { en: 'must be more than <limit>', fr: 'doit être supérieur à <limit>' },
  maximum: { en: 'must be at most <limit>', fr: 'doit être au plus <limit>' },
  maxItems: { en: 'must have at most <limit> items', fr: 'doit avoir au plus <limit> éléments' },
  maxLength: { en: 'must have at most <limit> characters', fr: 'doit avoir au plus <limit> caractères' },
  maxProperties: { en: 'must have at most <limit> fields', fr: 'doit avoir au plus <limit> champs' },
  minimum: { en: 'must be at least <limit>', fr: 'doit être au moins <limit>' },
  minItems: { en: 'must have at least <limit> items', fr: 'doit avoir au moins <limit> éléments' },
  minLength: { en: 'must have at least <limit> characters', fr: 'doit avoir au moins <limit> caractères' },
  minProperties: { en: 'must have at least <limit> fields', fr: 'doit avoir au moins <limit> champs' },
  multipleOf: { en: 'must be a multiple of <limit>', fr: 'doit être un multiple de <limit>' },
  pattern: { en: 'must match the pattern <limit>', fr: 'doit correspondre au motif <limit>' },
  type: { en: 'must be of type <limit>', fr: 'doit être de type <limit>' },
  uniqueItems: { en: 'must not have the same item twice', fr: 'ne doit pas avoir deux fois le même élément' },
};

const other: Text = {
  en: 'does not fit the schema of its kind',
  fr: 'ne correspond pas au schéma de son kind',
};

/** What is wrong with a value that a schema refuses. */
export const phraseOf = ({ keyword, schema }: ErrorObject): Text =>
  fill(phrases[keyword] ?? other, {
    limit: Array.isArray(schema) ? schema.map(String) : String(schema),
  });
