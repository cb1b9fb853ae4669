import { oneOf, suggest } from '../../constructs/values/names.js';
import type { Running } from './running.js';

/** What cannot be done as it was asked, and how to ask instead. */
export class UseError extends Error {}

/** What is to be brought where. */
export interface Wish {
  readonly app: string;
  /** @default - the only program that differs */
  readonly program?: string;
  readonly from: string;
  readonly to: string;
}

/** A file of `apps/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A file with its one literal changed, and the change as a diff shows it. */
export interface Promotion extends Source {
  readonly change: string;
}

/** The change by which `to` runs what `from` does. Throws a UseError, of one line, if no single literal makes it so. */
export function promotion(running: readonly Running[], file: Source | undefined, wish: Wish): Promotion {
  const { program, old, fresh } = difference(running, wish);
  const { app, to } = wish;
  const others = running.filter(
    (each) =>
      each.image === old && !(each.app === app && each.environment === to && each.program === program),
  );
  const places = file ? placesOf(file, old) : [];
  const [at, ...further] = places;
  if (!file || at === undefined) {
    throw new UseError(
      `apps/${app}.ts does not hold '${old}' as one literal: give ${program} its image in ${to} there`,
    );
  }
  if (further.length > 0) {
    const lines = places.map((each) => `${file.path}:${lineOf(file.text, each)}`);
    throw new UseError(
      `'${old}' is written ${places.length} times, at ${lines.join(' and ')}: change one by hand`,
    );
  }
  if (others.length > 0) {
    const names = others.map((each) => `${each.program} of ${each.app} in ${each.environment}`);
    throw new UseError(
      `'${old}' is also what ${names.join(', ')} runs: give ${program} an image of its own in the ${to} layer first`,
    );
  }
  const text = file.text.slice(0, at) + fresh + file.text.slice(at + old.length);
  return { path: file.path, text, change: changeOf(file, text, lineOf(file.text, at)) };
}

/** The program whose image differs, and both images. */
function difference(running: readonly Running[], { app, program, from, to }: Wish) {
  const own = running.filter((each) => each.app === app);
  const apps = [...new Set(running.map((each) => each.app))];
  if (own.length === 0) {
    const near = suggest(app, apps);
    throw new UseError(
      `there is no app '${app}' whose image is known${near ? `. Did you mean ${near}?` : ''}`,
    );
  }
  for (const environment of [from, to]) {
    if (own.some((each) => each.environment === environment)) continue;
    const known = oneOf([...new Set(own.map((each) => each.environment))]);
    throw new UseError(`${app} is not in ${environment}: it is in ${known}`);
  }
  const imageIn = (environment: string, name: string) =>
    own.find((each) => each.environment === environment && each.program === name)?.image;
  const names = [...new Set(own.map((each) => each.program))];
  if (program !== undefined && !names.includes(program)) {
    throw new UseError(`${app} has no program '${program}': it has ${oneOf(names)}`);
  }
  const differing = names
    .filter((name) => program === undefined || name === program)
    .flatMap((name) => {
      const [fresh, old] = [imageIn(from, name), imageIn(to, name)];
      return fresh && old && fresh !== old ? [{ program: name, old, fresh }] : [];
    });
  const [first, ...further] = differing;
  if (!first)
    throw new UseError(
      `nothing to promote: ${program ?? app} runs the same image in ${from} and ${to}. Give ${from} the new one first`,
    );
  if (further.length > 0) {
    const choices = differing.map((each) => `${app}/${each.program}`);
    throw new UseError(`${differing.length} programs differ: name one, ${oneOf(choices)}`);
  }
  return first;
}

/** Where a file holds a string literal that is `value` and nothing else. */
function placesOf({ text }: Source, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const quote = text[at - 1] ?? '';
    if ('\'"`'.includes(quote) && quote !== '' && text[at + value.length] === quote) places.push(at);
  }
  return places;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The line that changes, as `diff -u0` shows it. */
function changeOf({ path, text: before }: Source, after: string, line: number): string {
  const at = (text: string) => text.split('\n')[line - 1];
  return [
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${line} +${line} @@`,
    `-${at(before)}`,
    `+${at(after)}`,
  ].join('\n');
}
