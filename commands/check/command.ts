/** `npm run check`: looks at the platform, or at any folder of YAML, by all rules. */

import { existsSync } from 'node:fs';
import { flagsOf } from '../../cli/command-line.js';
import type { Problem } from '../../constructs/problems/problems.js';
import { oneOf, suggest } from '../../constructs/values/names.js';
import { Inventory } from '../../rules/engine/inventory.js';
import { check } from '../../rules/engine/run.js';
import { rules } from '../../rules/index.js';
import { type Format, formats, paintProblem, writeProblems } from '../../rules/input/format.js';
import { readFolder } from '../../rules/input/read-folder.js';
import { checkPlatform } from '../../synth/synth.js';

const help = `npm run check -- [FOLDER] [--format FORMAT] [--rules]

Looks at every Kubernetes object in the .yaml and .yml files of FOLDER; without FOLDER at the platform itself, with the
lines of TypeScript where things are declared. Exits with 1 if something is wrong.

  --format FORMAT  ${oneOf(formats)}; text unless told
  --rules          lists the rules instead
  --help           prints this`;

const { values, positionals } = flagsOf({
  allowPositionals: true,
  options: {
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean' },
    rules: { type: 'boolean' },
  },
});
const [folder] = positionals;

if (values.help) console.log(help);
else if (values.rules) console.log(rules.map(({ id, title }) => `${id.padEnd(28)} ${title}`).join('\n'));
else if (!isFormat(values.format)) {
  const near = suggest(values.format, formats);
  fail(`there is no format '${values.format}'. ${near ? `Did you mean ${near}?` : `Use ${oneOf(formats)}.`}`);
} else if (folder === undefined) {
  const { platform } = await import('../../main.js');
  checkPlatform(platform, values.format);
} else if (!existsSync(folder)) fail(`there is no folder '${folder}'. Name one that holds YAML files.`);
else checkFolder(folder, values.format);

function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function checkFolder(path: string, format: Format): void {
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
  else for (const problem of problems) console.log(paintProblem(problem, process.stdout));
  console.error(`${items.length} objects, ${rules.length} rules, ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
