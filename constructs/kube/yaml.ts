// js-yaml decides how each text is written; the walk around it is ours, for speed alone. It begins to pay a little
// above today's size: 939 objects take 0.45 s of CPU with it and 0.3 to 0.5 s by js-yaml alone, twenty times as many
// 1.3 s and 3.2 to 3.8 s.
import {
  DEFAULT_SCALAR_STYLE_RULES,
  type DumpOptions,
  dump,
  SCALAR_STYLE,
  type ScalarStyleRule,
} from 'js-yaml';

// `kind` comes first in an object, but stays beside `group` where the two name a kind of objects.
const ranks = (...keys: string[]) => new Map(keys.map((key, rank) => [key, rank]));
const objectRank = ranks('apiVersion', 'kind', 'metadata', 'name', 'namespace');
const nameRank = ranks('name', 'namespace');

/**
 * The same data with its keys in the order people read them: what it is, its name, then by code point.
 * Never by locale, so that every machine agrees.
 */
export function orderKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(orderKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, orderKeys(value[key as keyof T])])) as T;
}

function keysOf(value: object): string[] {
  const first = 'group' in value ? nameRank : objectRank;
  const rank = (key: string) => first.get(key) ?? first.size;
  return Object.keys(value)
    .filter((key) => value[key as keyof typeof value] !== undefined)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

// js-yaml quotes what its own schemas read as something else. Other parsers take more for a number: an exponent of
// any size (123e4567, a plausible commit hash), a dot alone, digits of any base, and what YAML 1.1 counts by sixties.
const numbers = [
  /^(?=.)[-+]?([0-9][0-9_]*)?(\.[0-9_]*)?([eE][-+]?[0-9]+)?$/,
  /^[-+]?0[box][0-9a-fA-F_]+$/,
  /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/,
];
const quoteNumbers: ScalarStyleRule = (layout) => {
  const isString = layout.node.tag === layout.presenterOptions.schema.defaultScalarTag.tagName;
  if (
    isString &&
    layout.style === SCALAR_STYLE.PLAIN &&
    numbers.some((number) => number.test(layout.node.value))
  ) {
    layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
};

/** How js-yaml is asked to write. */
export const style: DumpOptions = {
  lineWidth: -1,
  noRefs: true,
  quoteStyle: 'double',
  scalarStyleRules: [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteNumbers],
};

/**
 * One YAML document in block style. Strings are quoted only where a YAML parser, old or new, would misread them.
 *
 * How each scalar is written is js-yaml's word. It says it once for each: a platform repeats few of them many times,
 * so that asking for every one costs most of a synth.
 */
export function toYaml(value: unknown): string {
  if (!isCollection(value)) return dump(orderKeys(value), style);
  try {
    return `${collection(value, '')}\n`;
  } catch (error) {
    if (error === unusual) return dump(orderKeys(value), style);
    throw error;
  }
}

/** Thrown at what is left to js-yaml altogether: what it writes unlike anything else. */
const unusual = new Error('js-yaml has an idea of its own of this');

/** Longer strings are not worth remembering. */
const longest = 200;
/** So many strings are remembered at once. */
const most = 50_000;
const keys = new Map<string, string>();
const scalars = new Map<unknown, string>();

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Lines of a list or of an object, all but the first behind `pad`. */
function collection(value: object, pad: string): string {
  const inner = `${pad}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = Array.from(
      value,
      (item) => `- ${isCollection(item) ? collection(item, inner) : scalar(item, pad)}`,
    );
    return items.join(`\n${pad}`);
  }
  const lines = keysOf(value).map((key) => {
    const held = value[key as keyof typeof value] as unknown;
    if (!isCollection(held)) return `${keyText(key)}: ${scalar(held, pad)}`;
    const text = collection(held, inner);
    return text === '[]' || text === '{}' ? `${keyText(key)}: ${text}` : `${keyText(key)}:\n${inner}${text}`;
  });
  return lines.length === 0 ? '{}' : lines.join(`\n${pad}`);
}

function scalar(value: unknown, pad: string): string {
  const known = scalars.get(value);
  if (known !== undefined) return known;
  if (typeof value === 'string' && /\n\n$|^\n$/.test(value)) throw unusual; // may leave the document's end open
  // Behind a key, without the end of the line. Further lines are two columns in from where the key is.
  const text = dump({ k: value ?? null }, style).slice('k: '.length, -1);
  if (text.includes('\n')) return text.replaceAll(/\n(?!\n|$)/g, `\n${pad}`);
  if (value !== 0) remember(scalars, value, text); // 0 and -0 are one key
  return text;
}

function keyText(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = dump({ [key]: 0 }, style).slice(0, -': 0\n'.length);
  if (text.startsWith('? ') || text.includes('\n') || /^\d+$/.test(key) || key === '__proto__') throw unusual;
  remember(keys, key, text);
  return text;
}

function remember<T>(map: Map<T, string>, value: T, text: string): void {
  if (text.length > longest) return;
  if (map.size >= most) map.clear();
  map.set(value, text);
}
