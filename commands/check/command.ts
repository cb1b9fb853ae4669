/** `npm run check`: looks at the platform, or at any folder of YAML, by all rules. */

import { existsSync } from 'node:fs';
import { Option } from '@commander-js/extra-typings';
import { command, languageOption } from '../../cli/command-line.js';
import { terminalLanguage } from '../../cli/language.js';
import type { Problem } from '../../constructs/problems/problems.js';
import type { Language } from '../../constructs/refusals/text.js';
import { Inventory } from '../../rules/engine/inventory.js';
import { check } from '../../rules/engine/run.js';
import { rules } from '../../rules/index.js';
import { type Format, formats, paintProblem, writeProblems } from '../../rules/input/format.js';
import { readFolder } from '../../rules/input/read-folder.js';
import { checkPlatform } from '../../synth/synth.js';

const description = `Looks at every Kubernetes object in the .yaml and .yml files of FOLDER; without FOLDER at the platform itself, with the
lines of TypeScript where things are declared. Exits with 1 if something is wrong.`;

const line = command('npm run check --', description)
  .argument('[FOLDER]', 'any folder that holds YAML files')
  .addOption(new Option('--format <FORMAT>', 'how problems are told').choices(formats).default('text'))
  .addOption(languageOption())
  .option('--rules', 'lists the rules instead')
  .parse();
const { format, rules: onlyRules, lang = terminalLanguage() } = line.opts();
const [folder] = line.processedArgs;

if (onlyRules) console.log(rules.map(({ id, title }) => `${id.padEnd(28)} ${title[lang]}`).join('\n'));
else if (folder === undefined) {
  const { platform } = await import('../../main.js');
  checkPlatform(platform, format, lang);
} else if (!existsSync(folder)) line.error(`there is no folder '${folder}'. Name one that holds YAML files.`);
else checkFolder(folder, format, lang);

function checkFolder(path: string, format: Format, language: Language): void {
  const { items, skipped } = readFolder(path);
  const inventory = new Inventory(items);
  const { findings } = check(inventory, rules, { today: new Date().toISOString().slice(0, 10) });
  const problems = findings.map(
    ({ rule, item, what, fix }): Problem => ({
      source: item.file,
      path: `${item.manifest.kind} ${item.manifest.metadata.name ?? ''}`.trim(),
      what,
      fix,
      id: rule,
    }),
  );
  for (const { file, why } of skipped) console.error(`not looked at: ${file}: ${why}`);
  if (format !== 'text') console.log(writeProblems(problems, format));
  else for (const problem of problems) console.log(paintProblem(problem, process.stdout, language));
  console.error(`${items.length} objects, ${rules.length} rules, ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
