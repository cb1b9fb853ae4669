import type { Change } from './changes.js';
import { type FieldChange, pathText } from './fields.js';
import { type Line, lineChanges } from './lines.js';
import { isMap } from './list-keys.js';

/** One field's change in words: a line, and the lines of a longer text below it. */
export interface Told {
  readonly mark: '+' | '-' | '~';
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Longest value that is told, in characters. */
const longest = 160;

/** Longest part of a text that is told, in lines. */
const mostLines = 40;

/** Whether a field is a secret's value, which nobody needs to read a second time. */
export const isHidden = ({ resource: { kind } }: Change, { path }: FieldChange): boolean =>
  kind === 'Secret' && ['data', 'stringData'].includes(String(path[0]));

/** A value on one line, as people write it in YAML's short form. */
function valueText(value: unknown): string {
  const text = flow(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  if (typeof value !== 'string') return String(value);
  const isPlain =
    /^[\p{L}\w./@:+*-]([\p{L}\w ./@:+*=-]*[\p{L}\w./@+*=-])?$/u.test(value) &&
    !/^(true|false|null|[\d.]+)$/.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** Each field of a change in words. */
export const tellFields = (change: Change): Told[] => change.fields.map((field) => tellField(change, field));

function tellField(change: Change, field: FieldChange): Told {
  const where = pathText(field.path).replace(/(\benv\[[^\]]+\])\.value$/, '$1');
  if (field.order) {
    const names = field.order.map((step) =>
      pathText([step]) === '[]' && typeof step === 'object' && 'item' in step
        ? valueText(step.item)
        : pathText([step]).replace(/^\[|\]$/g, ''),
    );
    return { mark: '~', text: `${where}: new order ${names.join(', ')}`, lines: [] };
  }
  const mark = !('before' in field) ? '+' : !('after' in field) ? '-' : '~';
  if (isHidden(change, field)) return { mark, text: `${where}: (not shown)`, lines: [] };
  const { before, after } = field;
  if (typeof before === 'string' && typeof after === 'string' && `${before}${after}`.includes('\n'))
    return { mark, text: `${where}:`, lines: shortened(lineChanges(before, after)) };
  const [was, is] = distinguishable(valueText(before), valueText(after), before, after);
  return { mark, text: `${where}: ${mark === '~' ? `${was} → ${is}` : mark === '+' ? is : was}`, lines: [] };
}

/** Two long values that differ only where they are cut are told from where they differ. */
function distinguishable(was: string, is: string, before: unknown, after: unknown): [string, string] {
  if (was !== is) return [was, is];
  const [old, now] = [flow(before), flow(after)];
  let at = 0;
  while (at < old.length && old[at] === now[at]) at++;
  const from = Math.max(0, at - 20);
  const cut = (text: string) =>
    `…${text.slice(from, from + longest)}${text.length > from + longest ? '…' : ''}`;
  return [cut(old), cut(now)];
}

const shortened = (lines: readonly Line[]): Line[] =>
  lines.length <= mostLines
    ? [...lines]
    : [...lines.slice(0, mostLines), { mark: ' ', text: `… and ${lines.length - mostLines} more lines` }];

/** `3 dangers, 1 warning`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
