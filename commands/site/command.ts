/** `npm run site`: the documentation as a site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flagsOf } from '../../cli/command-line.js';
import { buildSite } from './build.js';

const help = `npm run site -- [--base PATH] [--check]

Builds the site of docs/ to site/: plain files for any web server, that fetch nothing from elsewhere.

  --base PATH  where the site is on its server, for example /docs/; / unless told
  --check      leaves site/ alone, and only looks whether it can be built and every link leads somewhere
  --help       prints this

Exits with 1 if a link leads nowhere.`;

const root = join(import.meta.dirname, '../..');
const { values } = flagsOf({
  options: {
    base: { type: 'string', default: '/' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(help);
else if (!/^\/(\S*\/)?$/.test(values.base)) {
  console.error(`--base '${values.base}' does not begin and end with /. Write it like /docs/.`);
  process.exitCode = 2;
} else await run(values.base, values.check ?? false);

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
