/** `npm run site`: the documentation as a site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import { buildSite } from './build.js';

const description = `Builds the site of docs/ to site/: plain files for any web server, that fetch nothing from elsewhere. Exits with 1 if
a link leads nowhere.`;

const root = join(import.meta.dirname, '../..');
const line = command('npm run site --', description)
  .option('--base <PATH>', 'where the site is on its server, for example /docs/', '/')
  .option(
    '--check',
    'leaves site/ alone, and only looks whether it can be built and every link leads somewhere',
  )
  .parse();
const { base, check = false } = line.opts();
if (!/^\/(\S*\/)?$/.test(base))
  line.error(`--base '${base}' does not begin and end with /. Write it like /docs/.`);
await run(base, check);

async function run(base: string, check: boolean): Promise<void> {
  const outDir = check ? mkdtempSync(join(tmpdir(), 'site-')) : join(root, 'site');
  try {
    const faults = await buildSite(outDir, base);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    if (check) rmSync(outDir, { recursive: true, force: true });
  }
}
