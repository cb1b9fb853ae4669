import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { flagFault } from '../../cli/command-line.js';

const options = { check: { type: 'boolean' }, format: { type: 'string' } } as const;
const faultOf = (args: string[], allowPositionals: boolean): string => {
  try {
    parseArgs({ args, options, allowPositionals });
  } catch (error) {
    return flagFault(error as Error, Object.keys(options));
  }
  return '';
};

describe('a command line that cannot be', () => {
  it.each([
    [['--chek'], 'there is no --chek. Did you mean --check?'],
    [['--fromat=json'], 'there is no --fromat. Did you mean --format?'],
    [['--zzzzzz'], 'there is no --zzzzzz. See --help.'],
    [['-x'], 'there is no -x. See --help.'],
    [['--format'], `Option '--format <value>' argument missing. See --help.`],
    [['--format', '--check'], `Option '--format' argument is ambiguous. See --help.`],
    [['--check=1'], `Option '--check' does not take an argument. See --help.`],
  ])('is told on one line: %j', (args, told) => {
    expect(faultOf(args, false)).toBe(told);
    expect(faultOf(args, true)).toBe(told);
  });

  it('may hold a word where none goes', () => {
    expect(faultOf(['dist'], false)).toBe(`Unexpected argument 'dist'. See --help.`);
  });
});
