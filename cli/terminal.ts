import { styleText } from 'node:util';

type Stream = Pick<NodeJS.WriteStream, 'isTTY'>;
type Style = Parameters<typeof styleText>[0];

/** Whether to colour what goes to `stream`: on a terminal only, and not where `NO_COLOR` is set (no-color.org). */
export const coloured = (stream: Stream, environment = process.env): boolean =>
  stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';

/** `text` in a style, if `stream` shows any. */
export const paint = (style: Style, text: string, stream: Stream): string =>
  // Node's own check, where there is one, is about standard output whatever the stream.
  coloured(stream) ? styleText(style, text, { validateStream: false } as never) : text;

let shown = false;
let guarded = false;

/** Says on one line of a terminal what takes its time; the next one replaces it. Silent everywhere else, and in CI. */
export function progress(step: string, stream: NodeJS.WriteStream = process.stderr): void {
  if (!stream.isTTY || process.env['CI'] || process.env['TERM'] === 'dumb') return;
  const line = `… ${step}`.slice(0, Math.max(1, (stream.columns || 80) - 1));
  stream.write(`\r\u001b[2K${paint('dim', line, stream)}`);
  if (!guarded) process.once('exit', () => progressDone(stream)); // an error must not be told on the same line
  guarded = true;
  shown = true;
}

/** Takes that line away, before anything else is printed. */
export function progressDone(stream: NodeJS.WriteStream = process.stderr): void {
  if (shown) stream.write('\r\u001b[2K');
  shown = false;
}
