import { Option } from '@commander-js/extra-typings';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { command } from '../../cli/command-line.js';

const parsed = (...args: string[]) => {
  const line = command('npm run try --', 'Tries what a\ncommand line can be.')
    .argument('[FOLDER]', 'where')
    .addOption(new Option('--format <FORMAT>', 'how it is told').choices(['text', 'json']).default('text'))
    .option('--check', 'writes nothing')
    .parse(args, { from: 'user' });
  return { ...line.opts(), folder: line.processedArgs[0] };
};

/** What a command line gets: what is printed where, and the exit code. */
function outcome(...args: string[]) {
  const told = { out: '', error: '', code: undefined as unknown };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    told.out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.error += text;
    return true;
  });
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    told.code = code;
    throw new Error('ended');
  });
  expect(() => parsed(...args)).toThrow('ended');
  return told;
}
afterEach(() => void vi.restoreAllMocks());

describe('a command line', () => {
  it('is read', () => {
    expect(parsed()).toEqual({ format: 'text' });
    expect(parsed('dist', '--format=json', '--check')).toEqual({
      folder: 'dist',
      format: 'json',
      check: true,
    });
  });

  it.each([
    [['--chek'], `unknown option '--chek'. Did you mean --check?`],
    [['--zzzzzz'], `unknown option '--zzzzzz'. See --help.`],
    [['-x'], `unknown option '-x'. See --help.`],
    [['--format'], `option '--format <FORMAT>' argument missing. See --help.`],
    [
      ['--format', 'jsn'],
      `option '--format <FORMAT>' argument 'jsn' is invalid. Allowed choices are text, json.`,
    ],
    [
      ['--format', 'toString'],
      `option '--format <FORMAT>' argument 'toString' is invalid. Allowed choices are text, json.`,
    ],
    [['a', 'b'], 'too many arguments. Expected 1 argument but got 2.'],
  ])('that cannot be is told on one line, and ends with 2: %j', (args, told) => {
    expect(outcome(...args)).toEqual({ out: '', error: `${told}\n`, code: 2 });
  });

  it('may ask for help', () => {
    const { out, error, code } = outcome('--help');
    expect([error, code]).toEqual(['', 0]);
    for (const part of [
      'npm run try -- [options] [FOLDER]',
      'Tries what a command line can be.',
      'choices: "text", "json"',
    ])
      expect(out).toContain(part);
  });
});
