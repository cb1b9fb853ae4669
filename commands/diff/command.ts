/** `npm run diff`: what the changes of `dist/` do to the clusters. */
import { clubs } from '../../apps/clubs.js';
import { flagsOf } from '../../cli/command-line.js';
import { coloured } from '../../cli/terminal.js';
import { oneOf, suggest } from '../../constructs/values/names.js';
import { settings } from '../../system/settings.js';
import { type Report, report } from './report.js';
import { exitCodes } from './severity.js';
import { baseCommit, treeOfCommit, treeOfFolder, UseError } from './trees.js';
import { writeJson } from './write-json.js';
import { writeMarkdown } from './write-markdown.js';
import { writeText } from './write-text.js';

const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: (told) => writeText(told, coloured(process.stdout)),
  markdown: writeMarkdown,
  json: writeJson,
};
const formatNames = Object.keys(formats);

const help = `npm run diff -- [BASE] [--format FORMAT]

Tells what dist/, as it lies here, does to the clusters in comparison with dist/ of the git revision BASE: by cluster
and unit, in resources and fields, what is risky first, and whose approval it needs. Without BASE it compares with the
commit where this branch left ${settings.git.revision}, else with HEAD. It needs no cluster and no network.

  --format FORMAT  ${oneOf(formatNames)}; text unless told. markdown is a comment for a pull request;
                   the shape of json is described by commands/diff/report.schema.json
  --help           prints this

Exits with the highest severity: ${exitCodes.info} nothing or info, ${exitCodes.notice} notice, ${exitCodes.warning} warning, ${exitCodes.danger} danger. An error of use exits with 2.`;

try {
  main();
} catch (error) {
  if (!(error instanceof UseError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function main(): void {
  const { values, positionals } = flagsOf({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  if (positionals.length > 1)
    throw new UseError(`one BASE can be compared with, not ${positionals.length}. Name one.`);
  const write = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
  if (!write) {
    const near = suggest(values.format, formatNames);
    const mend = near ? `Did you mean ${near}?` : `Use ${oneOf(formatNames)}.`;
    throw new UseError(`there is no format '${values.format}'. ${mend}`);
  }
  const root = process.cwd();
  const base = baseCommit(root, positionals[0], settings.git.revision);
  const responsible = { zones: settings.zones, clubs: Object.values(clubs), platform: clubs.cedille.github };
  const told = report(base, treeOfCommit(root, base), treeOfFolder(root), responsible);
  process.stdout.write(`${write(told).trimEnd()}\n`);
  process.exitCode = exitCodes[told.level];
}
