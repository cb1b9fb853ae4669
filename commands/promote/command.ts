/** `npm run promote`: prepares the change that brings what runs in one environment of an app to another. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagsOf } from '../../cli/command-line.js';
import { isEnvironment } from '../../constructs/values/environments.js';
import { renderOrExit } from '../../synth/synth.js';
import { promotion, UseError } from './promotion.js';
import { runningImages } from './running.js';

const help = `npm run promote -- APP[/PROGRAM] [--from ENVIRONMENT] [--to ENVIRONMENT] [--dry-run]

Brings the image that runs in one environment of an app to another: changes the one literal that says so, in
apps/APP.ts, and prints the change. Look at it, then npx cdk8s synth, npm run diff, and commit.

  PROGRAM    which of its programs, where several have another image; the app's own has the app's name
  --from     where the image is taken from; staging unless told
  --to       where it is brought to; prod unless told
  --dry-run  changes nothing, and prints what it would change
  --help     prints this

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
  const { values, positionals } = flagsOf({
    allowPositionals: true,
    options: {
      from: { type: 'string', default: 'staging' },
      to: { type: 'string', default: 'prod' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const [name, ...others] = positionals;
  if (!name || others.length > 0) throw new UseError('which app? Name one: npm run promote -- httpbin');
  const { from, to } = values;
  for (const each of [from, to])
    if (!isEnvironment(each)) throw new UseError(`'${each}' is no environment: use staging, prod or sandbox`);
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
  if (!values['dry-run']) writeFileSync(path, text);
  console.log(change);
}
