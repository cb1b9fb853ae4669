import { Option } from '@commander-js/extra-typings';
import { command, languageOption } from '../../cli/command-line.js';
import { terminalLanguage } from '../../cli/language.js';
import type { Answers, Key } from './answers.js';
import { help } from './help.js';
import { questions } from './questions.js';

/** The options that answer a question, by its key. */
const options = new Map(
  questions.flatMap(({ key }) => (key === 'name' ? [] : [[key, new Option(`--${key} <TEXT>`)] as const])),
);

/** What an answer is called on the command line. */
export const flagOf = (key: Key): string => (key === 'name' ? 'NAME' : `--${key}`);

/** The command line. Its help is written by hand: it is in two languages, and ordered by what goes together. */
export function read() {
  const line = command('npm run new --', '')
    .argument('[SUBJECT]')
    .argument('[NAME...]')
    .addOption(languageOption())
    .option('--dry-run')
    .option('--run');
  for (const option of options.values()) line.addOption(option);
  line.helpInformation = () => `${help[line.opts().lang ?? terminalLanguage()]}\n`;
  line.parse();
  const [subject, names] = line.processedArgs;
  return { subject, names, values: line.opts(), answers: answersIn(line.opts()) };
}

/** The answers among the flags. */
function answersIn(values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    [...options].flatMap(([key, option]) => {
      const answer = values[option.attributeName()];
      return typeof answer === 'string' ? [[key, answer]] : [];
    }),
  );
}
