import type { IConstruct } from 'constructs';
import { sourceOf } from './source.js';

/** One thing that is wrong, told to the person who can mend it. */
export interface Problem {
  /** The file and line where it was written, if known, for example `apps/httpbin.ts:6`. */
  readonly source?: string;
  /** The path of the construct, for example `httpbin/prod`. */
  readonly path: string;
  /** What is wrong, with the value that was given. */
  readonly what: string;
  /** How to mend it, as an instruction. */
  readonly mend: string;
  /** The id of the rule that it breaks, if it is one of those in `checks/rules/`. */
  readonly rule?: string;
}

/** Thrown by a synth that found problems: nothing has been written. */
export class SynthError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'SynthError';
  }
}

/** One line: where, what, how to mend it. */
export const formatProblem = ({ source, path, what, mend, rule }: Problem): string =>
  `${[source, path].filter(Boolean).join(' ')}: ${what}${rule ? ` [${rule}]` : ''}. ${mend}${mend.endsWith('?') ? '' : '.'}`.replace(
    /\s*\n\s*/g,
    ' ',
  );

/** Everything wrong that was found so far. Constructs add to it and go on, so that one run shows all. */
export class Problems {
  private readonly found = new Map<string, Problem>();

  /** Records a problem of `at`; the same problem twice is recorded once. */
  add(at: IConstruct, what: string, mend: string): void {
    this.record({ source: sourceOf(at), path: at.node.path || 'platform', what, mend });
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
