import { parseArgs } from 'node:util';
import { suggest } from '../../constructs/values/names.js';
import type { Answers, Key, Language } from './answers.js';
import { questions } from './questions.js';

const flags = questions.map(({ key }) => key).filter((key) => key !== 'name');

/** What an answer is called on the command line. */
export const flagOf = (key: Key): string => (key === 'name' ? 'NAME' : `--${key}`);

/** The command line. Throws with all flags that there are not. */
export function read() {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' } as const]));
  const own = {
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean' },
    run: { type: 'boolean' },
  } as const;
  const asked = process.argv
    .slice(2)
    .filter((each) => each.startsWith('--'))
    .map((each) => each.slice(2).replace(/=.*$/, ''));
  const all = [...flags, ...Object.keys(own), 'lang'];
  const unknown = asked.filter((each) => each !== '' && !all.includes(each as Key));
  if (unknown.length > 0) {
    const near = (flag: string) => suggest(flag, all);
    throw new Error(
      unknown
        .map(
          (flag) => `there is no --${flag}. ${near(flag) ? `Did you mean --${near(flag)}?` : 'See --help.'}`,
        )
        .join('\n'),
    );
  }
  return parseArgs({ allowPositionals: true, options: { ...options, ...own, lang: { type: 'string' } } });
}

/** The language that was asked for, else that of the terminal. */
export function languageOf(asked: unknown): Language {
  if (asked !== undefined && asked !== 'fr' && asked !== 'en')
    throw new Error(`there is no --lang '${asked}'. Use en or fr.`);
  const { LC_ALL, LC_MESSAGES, LANG = '' } = process.env;
  return asked ?? ((LC_ALL || LC_MESSAGES || LANG).startsWith('fr') ? 'fr' : 'en');
}

/** The answers among the flags. */
export function answersIn(values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    flags.flatMap((flag) => (typeof values[flag] === 'string' ? [[flag, values[flag]]] : [])),
  );
}
