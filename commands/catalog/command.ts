/** `npm run catalog`: writes the catalogue, as data and as a page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clubs } from '../../apps/clubs.js';
import { command } from '../../cli/command-line.js';
import { renderOrExit } from '../../synth/synth.js';
import { catalogFiles, withHistoryOf } from './files.js';
import { historyOf } from './history.js';
import type { Catalog } from './model.js';

const description = `Writes what the platform deploys to catalog/: catalog.json, and index.html, which shows it without a server and without
a network. Then npx cdk8s synth puts both into dist/, for the catalogue is an app of the platform itself.`;

const values = command('npm run catalog --', description)
  .option('--check', 'writes nothing; exits with 1 if catalog/ is not current, whatever it says of commits')
  .parse()
  .opts();
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'catalog');
const read = (name: string): string =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';

await run();

async function run(): Promise<void> {
  process.chdir(root); // where files are declared is told from here
  mkdirSync(folder, { recursive: true });
  // The catalogue is an app that holds these files: without any, it could not be described.
  for (const name of ['index.html', 'catalog.json'])
    if (!values.check && read(name) === '') writeFileSync(join(folder, name), '\n');
  const { platform } = await import('../../main.js');
  const rendered = renderOrExit(platform);
  const props = { keeper: clubs.cedille };
  if (values.check)
    return check(catalogFiles(platform, rendered, { ...props, history: withHistoryOf(committed()) }));
  for (const [name, content] of catalogFiles(platform, rendered, {
    ...props,
    history: historyOf(root, rendered.files),
  })) {
    if (read(name) === content) continue;
    writeFileSync(join(folder, name), content);
    console.error(`catalog/${name} written, ${Math.round(Buffer.byteLength(content) / 1000)} kB`);
  }
}

/** The catalogue as it lies there; an empty one if it cannot be read. */
function committed(): Pick<Catalog, 'units'> {
  try {
    return JSON.parse(read('catalog.json')) as Catalog;
  } catch {
    return { units: [] };
  }
}

function check(fresh: ReadonlyMap<string, string>): void {
  for (const [name, content] of fresh) {
    if (read(name) === content) continue;
    console.error(
      `catalog/${name} is not current: run npm run catalog, then npx cdk8s synth, and commit both.`,
    );
    process.exitCode = 1;
  }
}
