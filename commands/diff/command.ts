/** `npm run diff`: what the changes of `dist/` do to the clusters. */

import { Option } from '@commander-js/extra-typings';
import { clubs } from '../../apps/clubs.js';
import { command } from '../../cli/command-line.js';
import { coloured } from '../../cli/terminal.js';
import { settings } from '../../system/settings.js';
import { type Report, report } from './report.js';
import { exitCodes } from './severity.js';
import { baseCommit, treeOfCommit, treeOfFolder, UseError } from './trees.js';
import { writeJson } from './write-json.js';
import { writeMarkdown } from './write-markdown.js';
import { writeText } from './write-text.js';

const formats = {
  text: (told: Report) => writeText(told, coloured(process.stdout)),
  markdown: writeMarkdown,
  json: writeJson,
} as const satisfies Record<string, (report: Report) => string>;
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

const description = `Tells what dist/, as it lies here, does to the clusters in comparison with dist/ of the git revision BASE: by cluster
and unit, in resources and fields, what is risky first, and whose approval it needs. Without BASE it compares with the
commit where this branch left ${settings.git.revision}, else with HEAD. It needs no cluster and no network.`;
const more = `
markdown is a comment for a pull request; the shape of json is described by commands/diff/report.schema.json.
Exits with the highest severity: ${exitCodes.info} nothing or info, ${exitCodes.notice} notice, ${exitCodes.warning} warning, ${exitCodes.danger} danger. An error of use exits with 2.`;

try {
  main();
} catch (error) {
  if (!(error instanceof UseError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function main(): void {
  const line = command('npm run diff --', description)
    .argument('[BASE]', 'the git revision to compare with')
    .addOption(new Option('--format <FORMAT>', 'how it is told').choices(formatNames).default('text'))
    .addHelpText('after', more)
    .parse();
  const [revision] = line.processedArgs;
  const root = process.cwd();
  const base = baseCommit(root, revision, settings.git.revision);
  const responsible = { zones: settings.zones, clubs: Object.values(clubs), platform: clubs.cedille.github };
  const told = report(base, treeOfCommit(root, base), treeOfFolder(root), responsible);
  process.stdout.write(`${formats[line.opts().format](told).trimEnd()}\n`);
  process.exitCode = exitCodes[told.level];
}
