import type { IConstruct } from 'constructs';
import type { Fault } from '../refusals/fault.js';
import type { Language } from '../refusals/text.js';
import { sourceOf } from './source.js';

/** One thing that is wrong, told to the person who can fix it. */
export interface Problem extends Fault {
  /** The file and line where it was written, if known, for example `apps/httpbin.ts:6`. */
  readonly source?: string;
  /** The path of the construct, for example `httpbin/prod`. */
  readonly path: string;
}

/** Thrown by a synth that found problems: nothing has been written. */
export class SynthError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
    this.name = 'SynthError';
  }
}

/** Where a problem is: file and line, construct, field. */
export const placeOf = ({ source, path, field = [] }: Problem): string =>
  [source, path, field.join('.')].filter(Boolean).join(' ');

/** One line: where, what, the id by which it can be looked up, how to fix it. */
export function formatProblem(problem: Problem, language: Language = 'en'): string {
  const what = problem.what[language];
  const fix = problem.fix[language];
  const end = /[?!.]$/.test(fix) ? '' : '.';
  const colon = language === 'fr' ? ' :' : ':';
  return `${placeOf(problem)}${colon} ${what} [${problem.id}]. ${fix}${end}`.replace(/\s*\n\s*/g, ' ');
}

/** Everything wrong that was found so far. Constructs add to it and go on, so that one run shows all. */
export class Problems {
  private readonly found = new Map<string, Problem>();

  /** Records what is wrong with `at`; the same problem twice is recorded once. */
  add(at: IConstruct, ...faults: readonly Fault[]): void {
    for (const each of faults)
      this.record({ ...each, source: sourceOf(at), path: at.node.path || 'platform' });
  }

  /** Whether anything is wrong with what was declared under this name. */
  has(name: string): boolean {
    return [...this.found.values()].some(({ path }) => path === name || path.startsWith(`${name}/`));
  }

  /** Records a problem that no construct stands for. */
  record(problem: Problem): void {
    this.found.set(formatProblem(problem), problem);
  }

  /** All problems, ordered by source, then path, then text. */
  list(): Problem[] {
    return [...this.found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
  }
}
