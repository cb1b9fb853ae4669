import { type ParseArgsConfig, parseArgs } from 'node:util';
import { suggest } from '../constructs/values/names.js';

/**
 * The command line, as `parseArgs` reads it. Of what it cannot be, it says so on one line, and ends the process with 2.
 */
export function flagsOf<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(flagFault(error as Error, Object.keys(config.options ?? {})));
    process.exit(2);
  }
}

/** What `parseArgs` finds wrong, as one line with the flag that was probably meant. */
export function flagFault({ message }: Error, known: readonly string[]): string {
  const [, flag = '', unknown = ''] = /^Unknown option '(-+([^'=]*))/.exec(message) ?? [];
  if (!flag) return `${message.split(/\.(?:\s|$)/)[0]}. See --help.`;
  const near = suggest(unknown, known);
  return `there is no ${flag}. ${near ? `Did you mean --${near}?` : 'See --help.'}`;
}
