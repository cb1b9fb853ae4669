/** `npm run promote`: prepares the change that brings what runs in one environment of an app to another. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { command } from '../../cli/command-line.js';
import { environments } from '../../constructs/values/environments.js';
import { renderOrExit } from '../../synth/synth.js';
import { promotion, UseError } from './promotion.js';
import { runningImages } from './running.js';

const description = `Brings the image that runs in one environment of an app to another: changes the one literal that says so, in
apps/APP.ts, and prints the change. Look at it, then npx cdk8s synth, npm run diff, and commit.`;
const which =
  'for example httpbin; APP/PROGRAM where its programs have different images: its own has the name of the app';
const exits = `
Exits with 2 and one line if there is nothing to promote, or no single literal to change.`;

const root = join(import.meta.dirname, '../..');

try {
  await main();
} catch (error) {
  if (!(error instanceof UseError)) throw error;
  else {
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function main(): Promise<void> {
  const line = command('npm run promote --', description)
    .argument('<APP>', which)
    .addOption(
      new Option('--from <ENVIRONMENT>', 'where the image is taken from')
        .choices(environments)
        .default('staging'),
    )
    .addOption(
      new Option('--to <ENVIRONMENT>', 'where it is brought to').choices(environments).default('prod'),
    )
    .option('--dry-run', 'changes nothing, and prints what it would change')
    .addHelpText('after', exits)
    .parse();
  const [name] = line.processedArgs;
  const { from, to, dryRun } = line.opts();
  const [app = '', program] = name.split('/');
  process.chdir(root);
  const { platform } = await import('../../main.js');
  const own = `apps/${app}.ts`;
  const file = existsSync(own) ? { path: own, text: readFileSync(own, 'utf8') } : undefined;
  const { path, text, change } = promotion(runningImages(platform, renderOrExit(platform)), file, {
    app,
    program,
    from,
    to,
  });
  if (!dryRun) writeFileSync(path, text);
  console.log(change);
}
