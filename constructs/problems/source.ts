import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IConstruct } from 'constructs';

const traces = new WeakMap<IConstruct, Error>();
/** What is ours: a mistake is never told of a line there. */
const own = ['constructs', 'synth', 'rules'].map((room) =>
  fileURLToPath(new URL(`../../${room}/`, import.meta.url)),
);

/** Remembers where `construct` is being made. Call it from the constructor of what people declare in a file. */
export function recordSource(construct: IConstruct): void {
  traces.set(construct, new Error());
}

/** `apps/httpbin.ts:6`: where `construct`, or the nearest thing around it, was declared. */
export function sourceOf(construct: IConstruct): string | undefined {
  const trace = construct.node.scopes.reverse().map((scope) => traces.get(scope));
  const nearest = trace.find((found) => found !== undefined);
  return nearest && sourceOfError(nearest);
}

/** The first frame of a stack trace that is neither a library's nor the vocabulary's own. */
export function sourceOfError(error: Error): string | undefined {
  for (const frame of (error.stack ?? '').split('\n')) {
    const [, location, line] = /(?<![\w:])((?:file:\/\/|\/|[A-Z]:\\)[^()]*?):(\d+):\d+/.exec(frame) ?? [];
    if (!location || location.includes('node_modules') || location.startsWith('node:')) continue;
    const file = location.startsWith('file:') ? fileURLToPath(location) : location;
    if (!own.some((room) => file.startsWith(room))) return `${relative(process.cwd(), file)}:${line}`;
  }
  return undefined;
}
