/** `npm run check`: looks at the platform, or at any folder of YAML, by all rules. */
import { existsSync } from 'node:fs';
import { flagsOf } from '../flags.js';
import { oneOf, suggest } from '../names.js';
import type { Problem } from '../problems.js';
import { type Format, formats, paintProblem, writeProblems } from './format.js';
import { Inventory } from './inventory.js';
import { readFolder } from './read-folder.js';
import { rules } from './rules/index.js';
import { check } from './run.js';

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
} else if (folder === undefined) await checkPlatform(values.format);
else if (!existsSync(folder)) fail(`there is no folder '${folder}'. Name one that holds YAML files.`);
else checkFolder(folder, values.format);

function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

/** The platform as it would be synthesized: nothing is written. */
async function checkPlatform(format: Format): Promise<void> {
  process.env['PLATFORM_CHECK'] = format;
  await import('../../main.js');
}

function checkFolder(path: string, format: Format): void {
  const { items, skipped } = readFolder(path);
  const inventory = new Inventory(items);
  const { findings } = check(inventory, rules, new Date().toISOString().slice(0, 10));
  const problems = findings.map(
    ({ rule, item, what, mend }): Problem => ({
      source: item.file,
      path: `${item.manifest.kind} ${item.manifest.metadata.name ?? ''}`.trim(),
      what,
      mend,
      rule,
    }),
  );
  for (const { file, why } of skipped) console.error(`not looked at: ${file}: ${why}`);
  if (format !== 'text') console.log(writeProblems(problems, format));
  else for (const problem of problems) console.log(paintProblem(problem, process.stdout));
  console.error(`${items.length} objects, ${rules.length} rules, ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
