/**
 * Writes the files of an app that an issue asks for. It reads the text from the variable ISSUE_BODY and runs
 * nothing of it. What is wrong goes to the file that --complaints names, as a comment in French and English; then it
 * exits with 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../../cli/command-line.js';
import type { Answers, Language } from './answers.js';
import { check } from './check.js';
import { answersOf } from './issue-form.js';
import { known } from './known.js';
import { plan } from './plan.js';
import { asText, labelOf, refusal } from './refusal.js';

const root = process.cwd();
const { complaints } = command(
  'node --import tsx commands/new/from-issue.ts',
  'Writes the files of an app that the variable ISSUE_BODY asks for.',
)
  .option('--complaints <FILE>', 'what is wrong goes here, as a comment in French and English')
  .parse()
  .opts();
await main();

async function main(): Promise<void> {
  try {
    const given = answersOf(process.env['ISSUE_BODY'] ?? '');
    const facts = await known(root);
    const { answers, missing, wrong } = check(given, 'app', facts);
    if (missing.length + wrong.length > 0) {
      const line = (key: keyof Answers, text: string) => `- **${labelOf(key)}** – ${asText(text)}`;
      return refuse((language) => [
        ...wrong.map(({ key, complaint }) => line(key, complaint[language])),
        ...missing.map(({ key }) => line(key, { en: 'it is missing.', fr: 'manque.' }[language])),
      ]);
    }
    for (const { path, content, old } of plan(root, 'app', answers, facts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content, { flag: old === undefined ? 'wx' : 'w' });
    }
    console.log(answers.name);
  } catch (error) {
    refuse(() => [`- ${asText((error as Error).message)}`]);
  }
}

function refuse(lines: (language: Language) => readonly string[]): void {
  process.exitCode = 1;
  const comment = refusal(lines);
  if (complaints) writeFileSync(complaints, comment);
  console.error(comment);
}
