import {
  DEFAULT_SCALAR_STYLE_RULES,
  type DumpOptions,
  dump,
  SCALAR_STYLE,
  type ScalarStyleRule,
} from 'js-yaml';

/** A Kubernetes object as plain data, ready to be printed. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly [key: string]: unknown;
}

/** The API group of an object: `apps` of `apps/v1`, empty for the core group's `v1`. */
export const groupOf = (manifest: { apiVersion: string }): string =>
  manifest.apiVersion.includes('/') ? (manifest.apiVersion.split('/')[0] ?? '') : '';

// `kind` comes first in an object, but stays beside `group` where the two name a kind of objects.
const objectKeys = ['apiVersion', 'kind', 'metadata'];
const nameKeys = ['name', 'namespace'];

/**
 * The same data with its keys in the order people read them: what it is, its name, then by code point.
 * Never by locale, so that every machine agrees.
 */
export function orderKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(orderKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const first = 'group' in value ? nameKeys : [...objectKeys, ...nameKeys];
  const rank = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, orderKeys(inner)])) as T;
}

/** `<Kind>.<name>.yaml`, with what a file system may refuse replaced. */
export const fileName = ({ kind, metadata }: Manifest): string =>
  `${kind}.${metadata.name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}.yaml`;

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

const style: DumpOptions = {
  lineWidth: -1,
  noRefs: true,
  quoteStyle: 'double',
  scalarStyleRules: [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteNumbers],
};

/** One YAML document in block style. Strings are quoted only where a YAML parser, old or new, would misread them. */
export const toYaml = (manifest: unknown): string => dump(orderKeys(manifest), style);
