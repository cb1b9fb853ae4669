import { describe, expect, it } from 'vitest';
import { coloured, progress, progressDone } from '../../cli/terminal.js';
import { formatProblem } from '../../constructs/problems/problems.js';
import { paintProblem } from '../../rules/input/format.js';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, columns: 20, write } as unknown as NodeJS.WriteStream };
};

/** Calls `act` with these variables of the environment and no other that matters here. */
function under(environment: Readonly<Record<string, string>>, act: () => void): void {
  const old = { ...process.env };
  for (const name of ['CI', 'NO_COLOR', 'TERM']) delete process.env[name];
  Object.assign(process.env, environment);
  try {
    act();
  } finally {
    process.env = old;
  }
}

describe('a terminal', () => {
  it('has colours, unless NO_COLOR says otherwise; nothing else has', () => {
    expect(coloured({ isTTY: true }, {})).toBe(true);
    expect(coloured({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(coloured({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
    expect(coloured({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(coloured({ isTTY: false }, {})).toBe(false);
  });

  it('shows the step that is under way on one line, and takes it away', () => {
    const { written, stream: terminal } = stream(true);
    under({ NO_COLOR: '1' }, () => {
      progress('a step with a name that is too long', terminal);
      progress('next', terminal);
      progressDone(terminal);
      progressDone(terminal);
    });
    expect(written).toEqual(['\r\u001b[2K… a step with a nam', '\r\u001b[2K… next', '\r\u001b[2K']);
  });

  it.each([
    [true, { CI: 'true' }],
    [true, { TERM: 'dumb' }],
    [false, {}],
  ])('shows none in CI or elsewhere: TTY %s, %j', (isTTY, environment) => {
    const { written, stream: other } = stream(isTTY);
    under(environment, () => {
      progress('step', other);
      progressDone(other);
    });
    expect(written).toEqual([]);
  });

  it('tells a problem in the same words, with its place and rule in colours', () => {
    const problem = {
      source: 'apps/a.ts:1',
      path: 'a/prod',
      what: { en: 'it is [odd]', fr: 'c’est [étrange]' },
      fix: { en: 'Fix it', fr: 'Corrigez-le' },
      id: 'no-odd',
    };
    under({}, () => {
      expect(paintProblem(problem, stream(true).stream)).toBe(
        '\u001b[36mapps/a.ts:1 a/prod\u001b[39m: it is [odd] \u001b[35m[no-odd]\u001b[39m. Fix it.',
      );
      expect(paintProblem(problem, stream(false).stream)).toBe(formatProblem(problem));
    });
  });
});
