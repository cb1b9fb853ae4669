/** `npm run catalog`: writes the catalogue, as data and as a page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clubs } from '../../apps/clubs.js';
import { command } from '../../cli/command-line.js';
import { renderOrExit } from '../../synth/synth.js';
import { catalogFiles } from './files.js';
import { historyOf } from './history.js';

const description = `Writes what the platform deploys to catalog/, which git ignores: catalog.json, and index.html, which shows it without a
server and without a network. A workflow does the same after each merge, and publishes both as the branch 'catalogue'.`;

command('npm run catalog --', description).parse();

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'catalog');

await run();

async function run(): Promise<void> {
  process.chdir(root); // where files are declared is told from here
  const { platform } = await import('../../main.js');
  const rendered = renderOrExit(platform);
  const files = catalogFiles(platform, rendered, {
    keeper: clubs.cedille,
    history: historyOf(root, rendered.files),
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    writeFileSync(path, content);
    console.error(`catalog/${name} written, ${Math.round(Buffer.byteLength(content) / 1000)} kB`);
  }
}
