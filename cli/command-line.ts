import { Command, Option } from '@commander-js/extra-typings';

/**
 * A command that people start as `name`, for example `npm run diff --`. `--help` prints `description`, which is one
 * paragraph, and its options. A command line that it does not understand gets one line, and ends the process with 2.
 */
export const command = (name: string, description: string) =>
  new Command(name)
    .description(description.replaceAll('\n', ' '))
    .helpOption('-h, --help', 'prints this')
    .configureOutput({ outputError: (said, write) => write(`${onOneLine(said)}\n`) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

/** What commander says on two lines, as every problem is told: what is wrong, and how to mend it. */
function onOneLine(said: string): string {
  const [what = '', near] = said
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  if (near) return `${what}. ${near.slice(1, -1)}`;
  return what.endsWith('.') ? what : `${what}. See --help.`;
}

/** `--lang`, for commands that speak both languages; else they speak that of the terminal. */
export const languageOption = () =>
  new Option('--lang <LANG>', 'the language of messages; that of the terminal unless told').choices([
    'en',
    'fr',
  ] as const);
