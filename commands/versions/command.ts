/** Prints every version that the platform pins: charts, releases, packages and images, with the files that say so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command } from '../../cli/command-line.js';
import { charts } from '../../system/charts.js';

command(
  'npm run versions --',
  'Lists every version that the platform pins: charts, releases and images, each with the file that says so.',
).parse();

const root = resolve(import.meta.dirname, '../..');
const lines = charts.map(({ name, version }) => `chart    ${name} ${version}  (system/Chart.yaml)`);

// What reads like a pinned address or image in a file of system/ or apps/ is one.
const pins: Record<string, RegExp> = {
  release: /https:\/\/[^'"`]*\/(?:release-)?v?\d+\.\d+\.\d+\/[^'"`]*/g,
  image: /[a-z0-9.-]+\.[a-z]+\/[\w./-]+(?::v?\d[\w.-]*|@sha256:[0-9a-f]{64})/g,
};
for (const folder of ['system', 'apps']) {
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(root, folder, file), 'utf8');
    for (const [kind, pattern] of Object.entries(pins)) {
      for (const [found] of text.matchAll(pattern))
        lines.push(`${kind.padEnd(8)} ${found}  (${folder}/${file})`);
    }
  }
}
console.log([...new Set(lines)].join('\n'));
