/** `npm run new`: writes the files of a new app or system service. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terminalLanguage } from '../../cli/language.js';
import { afterwards } from './afterwards.js';
import type { Subject } from './answers.js';
import { ask, askSubject } from './ask.js';
import { check } from './check.js';
import { flagOf, read } from './flags.js';
import { help } from './help.js';
import { known } from './known.js';
import { plan, shown } from './plan.js';
import { recordToAsk } from './questions.js';
import { words } from './words.js';

const root = process.cwd();

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const {
    subject: what,
    names: [name, ...more],
    values,
    answers: flagged,
  } = read();
  const language = values.lang ?? terminalLanguage();
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (what !== undefined && what !== 'app' && what !== 'service')
    throw new Error(`there is no '${what}' to be made. Write app or service.`);
  if (more.length > 0)
    throw new Error(`one name can be given, not also '${more.join(' ')}'. Quote what holds spaces.`);
  const subject: Subject | undefined = what ?? (interactive ? await askSubject(language) : undefined);
  if (!subject) {
    console.error(
      interactive ? words.stopped[language] : `${words.noTerminal[language]}\n\n${help[language]}`,
    );
    return interactive ? 130 : 2;
  }

  const facts = await known(root);
  const given = { ...(name !== undefined && { name }), ...flagged };
  const checked = check(given, subject, facts);
  const missing = interactive ? [] : checked.missing;
  if (checked.wrong.length + missing.length > 0) {
    console.error(words.wrong[language]);
    for (const { key, complaint } of checked.wrong) console.error(`  ${flagOf(key)}: ${complaint[language]}`);
    for (const { key, label } of missing)
      console.error(`  ${flagOf(key)}: ${words.absent[language]} ${label[language].replace(/\s*\?$/, '')}.`);
    return 2;
  }
  const answers = checked.missing.length > 0 ? await ask(given, subject, facts, language) : checked.answers;
  if (!answers) {
    console.error(words.stopped[language]);
    return 130;
  }
  const files = plan(root, subject, answers, facts);
  if (values.dryRun) {
    for (const file of files) console.log(shown(file, language));
    return 0;
  }
  for (const { path, content, old } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // 'wx' refuses what has appeared in the meantime.
    writeFileSync(join(root, path), content, { flag: old === undefined ? 'wx' : 'w' });
    console.log(`${path} ${old === undefined ? words.written[language] : words.changed[language]}`);
  }
  for (const host of [answers.host, answers['staging-host']].filter((each) => each !== undefined)) {
    const whom = recordToAsk(host);
    if (whom) console.log(`${host}: ${words.record[language]} ${whom}.`);
  }
  return afterwards(root, language, interactive, values.run === true);
}
